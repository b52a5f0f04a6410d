package org.didaccess.launcher;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
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

  /** What goes with that file. */
  SubmissionMetadata metadata(Path file) {
    SubmissionMetadata named = FileName.metadata(file.getFileName().toString()).orElse(null);
    if (named == null && (submitter == null || received == null)) {
      throw new ParameterException(
          command.commandLine(),
          "Say who sent "
              + file.getFileName()
              + " and when: --submitter ODS --received yyyy-MM-dd");
    }
    String sender = submitter == null ? named.submitter() : submitter;
    LocalDate day = received == null ? named.receivedOn() : received;
    try {
      return new SubmissionMetadata(sender, day, month == null ? YearMonth.from(day) : month);
    } catch (InvalidSubmissionException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
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
