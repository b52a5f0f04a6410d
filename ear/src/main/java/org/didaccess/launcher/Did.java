package org.didaccess.launcher;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.didaccess.db.DatabaseProblem;
import org.didaccess.pseudonym.KeyStoreException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The product's command line. Every command is a class of its own and is named here. */
@Command(
    name = "did",
    mixinStandardHelpOptions = true,
    version = "DID Access 1.0.0",
    description = "Data access requests and release management: no approval, no bytes.",
    scope = CommandLine.ScopeType.INHERIT,
    footer = {
      "",
      "Besides: did test [--all] [--no-browser] runs every kind of test; see did test --help."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done, or the answer is yes",
      "1:it worked, and the answer is no",
      "2:wrong usage, or the answer is not known",
      "70:it did not work; the message says what to do"
    },
    subcommands = {
      UpCommand.class,
      DemoCommand.class,
      AdminCommand.class,
      VerifyAuditCommand.class,
      CheckCommand.class,
      LoadCommand.class,
      ObjectionsCommand.class,
      CohortCommand.class,
      ReferenceCommand.class,
      SynthCommand.class,
      VerifyCommand.class,
      TraceCommand.class,
      BenchCommand.class
    })
public final class Did {
  public static void main(String[] arguments) throws IOException {
    QuietLibraries.begin();
    System.exit(commandLine().execute(arguments));
  }

  /**
   * The command line with its ways to end: problems are told in a sentence, without a trace, and
   * not at all where a signal ends the command.
   */
  public static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new Did());
    commandLine.registerConverter(LocalDate.class, TypedDates::day);
    commandLine.registerConverter(YearMonth.class, TypedDates::month);
    commandLine.setExecutionExceptionHandler(
        (problem, command, parsed) -> {
          if (StopGuard.isStopping()) {
            return ExitCode.FAILED;
          }
          if (problem instanceof LaunchProblem
              || problem instanceof DatabaseProblem
              || problem instanceof KeyStoreException) {
            command.getErr().println(problem.getMessage());
          } else {
            problem.printStackTrace(command.getErr());
          }
          return ExitCode.FAILED;
        });
    return commandLine;
  }
}
