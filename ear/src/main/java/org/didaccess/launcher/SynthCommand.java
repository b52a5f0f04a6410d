package org.didaccess.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.function.LongConsumer;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.infrastructure.ReferenceFiles;
import org.didaccess.source.synthetic.FaultySynthesis;
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
      names = "--faults",
      paramLabel = "P",
      description = {
        "Damages so many of 100 records, every rule in turn, and writes to DIR/expected the"
            + " findings",
        "that check must give; DIR/file-rejected holds a file that is rejected as a whole."
      })
  private Double faults;

  @Option(
      names = "--objections",
      paramLabel = "P",
      description =
          "Writes to DIR/objections.csv a list of objections that P of 100 people are on.")
  private Double objections;

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
      LongConsumer progress = done -> timeLeft.at(done).ifPresent(System.err::println);
      List<Path> files =
          faults == null
              ? new Synthesis(plan, ReferenceFiles.sample(), ForkJoinPool.commonPool())
                  .writeTo(folder, progress)
              : withFaults(plan, progress);
      files.forEach(System.out::println);
      if (objections != null) {
        System.out.println(
            new Synthesis(plan, ReferenceFiles.sample(), Runnable::run)
                .writeObjections(folder, percent()));
      }
      return ExitCode.OK;
    } catch (InvalidSubmissionException e) {
      throw new LaunchProblem(e.getMessage(), e);
    } catch (IOException e) {
      throw new LaunchProblem(
          "The files cannot be written to " + folder + ": " + e.getMessage(), e);
    }
  }

  private double percent() {
    if (!(objections >= 0 && objections <= 100)) {
      throw new InvalidSubmissionException("Give --objections between 0 and 100.");
    }
    return objections;
  }

  private List<Path> withFaults(SynthesisPlan plan, LongConsumer progress) throws IOException {
    FaultySynthesis synthesis =
        new FaultySynthesis(plan, faults, ReferenceFiles.sample(), ForkJoinPool.commonPool());
    for (String rule : synthesis.unplanted()) {
      System.err.println("Not planted: " + rule + "; the reference has no code for it then.");
    }
    for (String rule : synthesis.crowdedOut()) {
      System.err.println("Not planted: " + rule + "; ask for more rows, or a larger share.");
    }
    return synthesis.writeTo(folder, progress);
  }
}
