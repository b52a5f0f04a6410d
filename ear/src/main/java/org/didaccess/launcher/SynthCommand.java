package org.didaccess.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.infrastructure.ReferenceFiles;
import org.didaccess.source.synthetic.Synthesis;
import org.didaccess.source.synthetic.SynthesisPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes synthetic submissions. */
@Command(
    name = "synth",
    description = {
      "Makes synthetic months of the data set: invented people, plausible shares.",
      "The same seed gives the same bytes. Each file's name says who sends it and when, for load."
    })
final class SynthCommand implements Callable<Integer> {

  @Option(
      names = "--rows",
      required = true,
      paramLabel = "N",
      description = "Records over all months together.")
  private long rows;

  @Option(
      names = "--months",
      defaultValue = "1",
      paramLabel = "M",
      description = "Months, one file each (default: ${DEFAULT-VALUE}).")
  private int months;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "S",
      description = "Any whole number (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--month-start",
      defaultValue = "2024-04",
      paramLabel = "yyyy-MM",
      description = "The first month (default: ${DEFAULT-VALUE}).")
  private YearMonth firstMonth;

  @Option(
      names = "--submitter",
      defaultValue = "Z1A",
      paramLabel = "ODS",
      description = "The submitting organisation (default: ${DEFAULT-VALUE}, invented).")
  private String submitter;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where the files go; made if it is not there.")
  private Path folder;

  @Override
  public Integer call() {
    try {
      SynthesisPlan plan = new SynthesisPlan(rows, months, firstMonth, seed, submitter);
      TimeLeft timeLeft = new TimeLeft(rows);
      new Synthesis(plan, ReferenceFiles.sample(), ForkJoinPool.commonPool())
          .writeTo(folder, done -> timeLeft.at(done).ifPresent(System.err::println))
          .forEach(System.out::println);
      return ExitCode.OK;
    } catch (InvalidSubmissionException e) {
      throw new LaunchProblem(e.getMessage(), e);
    } catch (IOException e) {
      throw new LaunchProblem(
          "The files cannot be written to " + folder + ": " + e.getMessage(), e);
    }
  }
}
