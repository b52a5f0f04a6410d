package org.didaccess.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import javax.sql.DataSource;
import org.didaccess.source.CheckReport;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.LoadReceipt;
import org.didaccess.source.Replacement;
import org.didaccess.source.infrastructure.SubmissionEngine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

  @Option(
      names = "--replaces",
      paramLabel = "SUBMISSION",
      description = {
        "The earlier submission of the same submitter and month whose place FILE takes as a whole.",
        "Without it records replace earlier ones with the same accession number and site."
      })
  private Long replaces;

  @Option(
      names = "--yes",
      description = "Replace without asking; the row counts are still shown and held to.")
  private boolean yes;

  @Spec private CommandSpec command;

  @Mixin private SubmissionOptions options;

  @Override
  public Integer call() throws IOException {
    files.forEach(options::metadata);
    if (replaces != null && files.size() > 1) {
      throw new ParameterException(
          command.commandLine(),
          "One submission is replaced by one FILE: give one with --replaces.");
    }
    SubmissionEngine engine = new SubmissionEngine(options.reference(), ForkJoinPool.commonPool());
    Settings settings = Settings.ofThisProcess();
    settings.home().prepare();
    int worst = ExitCode.OK;
    PrintStream screen = System.err;
    try (FindingsFile findings = options.findings(files);
        Progress progress = new Progress(screen, settings.home().folder());
        MainDatabase database = MainDatabase.open(settings, progress)) {
      DataSource loader = database.loader();
      for (Path file : files) {
        worst = Math.max(worst, load(file, engine, findings.out(), loader));
      }
      findings.keep();
    }
    return worst;
  }

  private int load(Path file, SubmissionEngine engine, OutputStream findings, DataSource loader)
      throws IOException {
    try {
      Optional<Replacement> replacement = Optional.empty();
      if (replaces != null) {
        ReplacementQuestion question = new ReplacementQuestion(replaces, loader, yes);
        CheckReport check = checked(file, engine);
        if (check.outcome() != CheckReport.Outcome.FILE_REJECTED) {
          replacement = Optional.of(question.confirmed(check));
        }
      }
      return load(file, engine, replacement, findings, loader);
    } catch (InvalidSubmissionException e) {
      throw new LaunchProblem(file.getFileName() + ": " + e.getMessage(), e);
    }
  }

  private CheckReport checked(Path file, SubmissionEngine engine) throws IOException {
    PrintStream screen = System.err;
    try (InputStream in = TimedFile.open(file, screen)) {
      return engine.check(in, options.metadata(file), OutputStream.nullOutputStream());
    }
  }

  private int load(
      Path file,
      SubmissionEngine engine,
      Optional<Replacement> replacement,
      OutputStream findings,
      DataSource loader)
      throws IOException {
    PrintStream screen = System.err;
    try (InputStream in = TimedFile.open(file, screen)) {
      LoadReceipt receipt = engine.load(in, options.metadata(file), replacement, findings, loader);
      if (options.json()) {
        System.out.println(
            ReportText.json(receipt).add("file", String.valueOf(file.getFileName())).build());
      } else {
        System.out.print(file.getFileName() + " ");
        ReportText.print(System.out, receipt.check());
        receipt.stored().ifPresent(stored -> ReportText.print(System.out, stored));
      }
      return SubmissionOptions.exitCode(receipt.check());
    }
  }
}
