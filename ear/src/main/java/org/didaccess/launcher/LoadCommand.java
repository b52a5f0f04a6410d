package org.didaccess.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import javax.sql.DataSource;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.LoadReceipt;
import org.didaccess.source.infrastructure.SubmissionEngine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Checks submissions and stores them. */
@Command(
    name = "load",
    description = {
      "Checks monthly submissions and stores the records that pass, each file all or nothing.",
      "Works beside the running product, or starts its database for as long as it takes."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:accepted",
      "1:records rejected in at least one file",
      "2:at least one file rejected, or wrong usage"
    })
final class LoadCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The submissions, in any order.")
  private List<Path> files;

  @Mixin private SubmissionOptions options;

  @Override
  public Integer call() throws IOException {
    files.forEach(options::metadata);
    SubmissionEngine engine = new SubmissionEngine(options.reference(), ForkJoinPool.commonPool());
    Settings settings = Settings.ofThisProcess();
    settings.home().prepare();
    int worst = ExitCode.OK;
    PrintStream screen = System.err;
    try (Progress progress = new Progress(screen, settings.home().folder());
        MainDatabase database = MainDatabase.open(settings, progress)) {
      DataSource loader = database.loader();
      for (Path file : files) {
        worst = Math.max(worst, load(file, engine, loader));
      }
    }
    return worst;
  }

  private int load(Path file, SubmissionEngine engine, DataSource loader) throws IOException {
    PrintStream screen = System.err;
    try (InputStream in = TimedFile.open(file, screen)) {
      LoadReceipt receipt =
          engine.load(in, options.metadata(file), OutputStream.nullOutputStream(), loader);
      if (options.json()) {
        System.out.println(
            ReportText.json(receipt).add("file", String.valueOf(file.getFileName())).build());
      } else {
        System.out.print(file.getFileName() + " ");
        ReportText.print(System.out, receipt.check());
        receipt.stored().ifPresent(stored -> ReportText.print(System.out, stored));
      }
      return SubmissionOptions.exitCode(receipt.check());
    } catch (InvalidSubmissionException e) {
      throw new LaunchProblem(file.getFileName() + ": " + e.getMessage(), e);
    }
  }
}
