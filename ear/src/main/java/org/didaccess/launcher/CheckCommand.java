package org.didaccess.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.didaccess.source.CheckReport;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.SubmissionMetadata;
import org.didaccess.source.infrastructure.SubmissionEngine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Checks a submission without server or database. */
@Command(
    name = "check",
    description = {
      "Checks a monthly submission and stores nothing; needs neither server nor database.",
      "The file is CSV, plain or compressed with gzip or zstd."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:accepted", "1:records rejected", "2:file rejected, or wrong usage"})
final class CheckCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The submission.")
  private Path file;

  @Mixin private SubmissionOptions options;

  @Override
  public Integer call() throws IOException {
    SubmissionMetadata metadata = options.metadata(file);
    SubmissionEngine engine = new SubmissionEngine(options.reference(), ForkJoinPool.commonPool());
    PrintStream progress = System.err;
    try (InputStream in = TimedFile.open(file, progress);
        FindingsFile findings = options.findings(List.of(file))) {
      CheckReport report = engine.check(in, metadata, findings.out());
      if (options.json()) {
        System.out.println(ReportText.json(report).build());
      } else {
        ReportText.print(System.out, report);
      }
      findings.keep();
      return SubmissionOptions.exitCode(report);
    } catch (InvalidSubmissionException e) {
      throw new LaunchProblem(e.getMessage(), e);
    }
  }
}
