package org.didaccess.launcher;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.didaccess.shared.InvalidInput;
import org.didaccess.source.CheckReport;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.SubmissionMetadata;
import org.didaccess.source.domain.reference.Reference;
import org.didaccess.source.infrastructure.ReferenceFiles;
import org.didaccess.source.infrastructure.ReferenceVersions;
import org.didaccess.source.synthetic.FileName;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What check and load ask about a submission. */
final class SubmissionOptions {

  @Spec(Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--submitter",
      paramLabel = "ODS",
      description = "The submitting organisation's ODS code. Default: as the file's name says.")
  private String submitter;

  @Option(
      names = "--received",
      paramLabel = "yyyy-MM-dd",
      description = "The day on which the file was received. Default: as the file's name says.")
  private LocalDate received;

  @Option(
      names = "--month",
      paramLabel = "yyyy-MM",
      description = "The reporting month. Default: the month of receipt.")
  private YearMonth month;

  @Option(
      names = "--reference",
      paramLabel = "DIR",
      description = {
        "Folder of the reference to check against.",
        "Default: what was imported with ./did reference, or else the shipped sample."
      })
  private Path reference;

  @Option(
      names = "--findings",
      paramLabel = "FILE",
      description = "Where to write every finding as CSV: row,rule,severity,item,message.")
  private Path findings;

  @Option(names = "--json", description = "Print the result as JSON alone.")
  private boolean json;

  boolean json() {
    return json;
  }

  Reference reference() {
    try {
      return reference == null
          ? new ReferenceVersions(Settings.ofThisProcess().home().folder()).current()
          : ReferenceFiles.in(reference);
    } catch (InvalidSubmissionException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }

  /** Where the findings of these files go; only those of a single one have a place. */
  FindingsFile findings(List<Path> files) {
    if (findings == null) {
      return FindingsFile.nowhere();
    }
    if (files.size() > 1) {
      throw new ParameterException(
          command.commandLine(), "Findings are those of one FILE: give one with --findings.");
    }
    try {
      return FindingsFile.at(findings, files.get(0));
    } catch (LaunchProblem e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }

  /** What goes with that file. */
  SubmissionMetadata metadata(Path file) {
    try {
      SubmissionMetadata given = given(file);
      given.refuseAhead(Clock.systemUTC());
      return given;
    } catch (InvalidSubmissionException | InvalidInput e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }

  private SubmissionMetadata given(Path file) {
    if (submitter != null && received != null) {
      return metadata(submitter, received);
    }
    SubmissionMetadata named = named(file);
    return metadata(
        submitter == null ? named.submitter() : submitter,
        received == null ? named.receivedOn() : received);
  }

  private SubmissionMetadata metadata(String sender, LocalDate day) {
    return new SubmissionMetadata(sender, day, month == null ? YearMonth.from(day) : month);
  }

  /** What the file's name tells, which is asked where an option is missing. */
  private static SubmissionMetadata named(Path file) {
    String name = String.valueOf(file.getFileName());
    return FileName.metadata(name)
        .orElseThrow(
            () ->
                new InvalidSubmissionException(
                    "Say who sent " + name + " and when: --submitter ODS --received yyyy-MM-dd"));
  }

  /** 0 accepted, 1 records rejected, 2 file rejected. */
  static int exitCode(CheckReport report) {
    return switch (report.outcome()) {
      case ACCEPTED -> ExitCode.OK;
      case RECORDS_REJECTED -> ExitCode.NEGATIVE;
      case FILE_REJECTED -> ExitCode.UNKNOWN;
    };
  }
}
