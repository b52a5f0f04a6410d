package org.didaccess.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.function.LongConsumer;
import org.didaccess.shared.FileFault;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.domain.reference.Reference;
import org.didaccess.source.infrastructure.ReferenceFiles;
import org.didaccess.source.synthetic.FaultySynthesis;
import org.didaccess.source.synthetic.Synthesis;
import org.didaccess.source.synthetic.SynthesisPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes synthetic submissions. */
@Command(
    name = "synth",
    description = {
      "Makes synthetic months of the data set: invented people, plausible shares.",
      "The same seed gives the same bytes. Each file's name says who sends it and when, for load."
    })
final class SynthCommand implements Callable<Integer> {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** Whoever is a hundred years old then was born in a year of four digits. */
  private static final YearMonth OLDEST = YearMonth.of(1900, 1);

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

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    Reference reference = ReferenceFiles.sample();
    Synthesis synthesis;
    Months made;
    try {
      SynthesisPlan plan = plan();
      synthesis = new Synthesis(plan, reference, ForkJoinPool.commonPool());
      made = faults == null ? synthesis::writeTo : withFaults(plan, reference)::writeTo;
    } catch (InvalidSubmissionException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
    try {
      write(synthesis, made);
      return ExitCode.OK;
    } catch (IOException e) {
      throw new LaunchProblem(
          "The files cannot be written to " + folder + ": " + FileFault.reason(e) + ".", e);
    }
  }

  /** Writes the months, with faults or without. */
  @FunctionalInterface
  private interface Months {
    List<Path> writeTo(Path folder, LongConsumer progress) throws IOException;
  }

  private void write(Synthesis synthesis, Months made) throws IOException {
    TimeLeft timeLeft = new TimeLeft(rows);
    made.writeTo(folder, done -> timeLeft.at(done).ifPresent(System.err::println))
        .forEach(System.out::println);
    if (objections != null) {
      System.out.println(synthesis.writeObjections(folder, objections));
    }
  }

  /** Everything is refused here, before the first file is written. */
  private SynthesisPlan plan() {
    if (objections != null && !(objections >= 0 && objections <= 100)) {
      throw new InvalidSubmissionException("Give --objections between 0 and 100.");
    }
    SynthesisPlan plan = new SynthesisPlan(rows, months, firstMonth, seed, submitter);
    YearMonth newest = SynthesisPlan.newestReceivedBy(LocalDate.now(LONDON));
    if (firstMonth.isBefore(OLDEST) || plan.month(months - 1).isAfter(newest)) {
      throw new InvalidSubmissionException(
          "Ask for months from "
              + OLDEST
              + " to "
              + newest
              + ", the newest whose file has come: check and load take none that is ahead.");
    }
    return plan;
  }

  private FaultySynthesis withFaults(SynthesisPlan plan, Reference reference) {
    FaultySynthesis synthesis =
        new FaultySynthesis(plan, faults, reference, ForkJoinPool.commonPool());
    for (String rule : synthesis.unplanted()) {
      System.err.println("Not planted: " + rule + "; the reference has no code for it then.");
    }
    for (String rule : synthesis.crowdedOut()) {
      System.err.println("Not planted: " + rule + "; ask for more rows, or a larger share.");
    }
    return synthesis;
  }
}
