package org.didaccess.launcher;

import jakarta.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.didaccess.shared.InvalidInput;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.LoadObjections;
import org.didaccess.source.ObjectionList;
import org.didaccess.source.infrastructure.JdbcObjectionLists;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Stores a list of patients' objections. */
@Command(
    name = "objections",
    description = {
      "Stores a list of the people who object to the use of their data beyond their own care, in the",
      "place of the one before. Whoever is on it is left out of every release whose agreement upholds",
      "objections.",
      "Works beside the running product, or starts its database for as long as it takes."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:stored", "2:refused, nothing was changed, or wrong usage"})
final class ObjectionsCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      description = "One NHS number a line, plain or compressed with gzip or zstd.")
  private Path file;

  @Option(
      names = "--as-of",
      required = true,
      paramLabel = "yyyy-MM-dd",
      description = "The day for which the list was drawn.")
  private LocalDate asOf;

  @Option(
      names = "--removed",
      paramLabel = "N",
      description = "Confirms that N people go off the list; needed where they are many.")
  private Long removed;

  @Option(names = "--json", description = "Print the result as JSON alone.")
  private boolean json;

  @Spec private CommandSpec command;

  @Override
  public Integer call() throws IOException {
    LoadObjections load = new LoadObjections(asOf, removed);
    try {
      load.check(LocalDate.now(ZoneId.of("Europe/London")));
    } catch (InvalidInput wrong) {
      throw new ParameterException(command.commandLine(), wrong.getMessage(), wrong);
    }
    Settings settings = Settings.ofThisProcess();
    settings.home().prepare();
    PrintStream screen = System.err;
    try (InputStream in = TimedFile.open(file, screen);
        Progress progress = new Progress(screen, settings.home().folder());
        MainDatabase database = MainDatabase.open(settings, progress)) {
      tell(new JdbcObjectionLists(database.loader()).store(in, load), System.out);
      return ExitCode.OK;
    } catch (InvalidSubmissionException refused) {
      screen.println(refused.getMessage());
      return ExitCode.UNKNOWN;
    }
  }

  private void tell(ObjectionList list, PrintStream out) {
    if (json) {
      out.println(
          Json.createObjectBuilder()
              .add("list", list.number())
              .add("asOf", list.asOf().toString())
              .add("people", list.people())
              .add("added", list.added())
              .add("removed", list.removed())
              .build());
    } else {
      out.printf(
          Locale.UK,
          "list %d, as at %s, counts now: %,d people, %,d of them new, %,d gone%n",
          list.number(),
          list.asOf(),
          list.people(),
          list.added(),
          list.removed());
    }
  }
}
