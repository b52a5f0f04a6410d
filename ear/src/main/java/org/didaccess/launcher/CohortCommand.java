package org.didaccess.launcher;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.didaccess.source.CohortReport;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.infrastructure.JdbcCohorts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Matches a recipient's cohort file. */
@Command(
    name = "cohort",
    description = {
      "Matches a recipient's cohort file: rows leave for its people alone, each with the recipient's",
      "study id. It takes the place of the one before; what identifies people is not kept.",
      "Works beside the running product, or starts its database for as long as it takes."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:matched", "2:refused, nothing was changed, or wrong usage"})
final class CohortCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      description = {
        "CSV: study_id,nhs_number,birth_date,gender,postcode, plain or compressed with gzip or zstd.",
        "Each line has an NHS number, or all of the last three."
      })
  private Path file;

  @Option(
      names = "--agreement",
      required = true,
      paramLabel = "REFERENCE",
      description = "The agreement whose approval is for a cohort.")
  private String agreement;

  @Option(names = "--json", description = "Print the result as JSON alone.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Settings settings = Settings.ofThisProcess();
    settings.home().prepare();
    PrintStream screen = System.err;
    try (InputStream in = TimedFile.open(file, screen);
        Progress progress = new Progress(screen, settings.home().folder());
        MainDatabase database = MainDatabase.open(settings, progress)) {
      DataSource main = database.application();
      CohortReport report =
          new JdbcCohorts(database.loader(), main).load(in, agreementOf(main, agreement));
      System.out.println(json ? asJson(report) : asText(report));
      return ExitCode.OK;
    } catch (InvalidSubmissionException refused) {
      screen.println(refused.getMessage());
      return ExitCode.UNKNOWN;
    }
  }

  private static UUID agreementOf(DataSource main, String reference) {
    try (Connection connection = main.getConnection();
        PreparedStatement query =
            connection.prepareStatement("SELECT id FROM ledger.agreement WHERE reference = ?")) {
      query.setString(1, reference);
      try (ResultSet found = query.executeQuery()) {
        if (found.next()) {
          return found.getObject("id", UUID.class);
        }
      }
    } catch (SQLException e) {
      throw new LaunchProblem("The agreement could not be looked up: " + e.getMessage(), e);
    }
    throw new InvalidSubmissionException("There is no agreement " + reference + ".");
  }

  private static String asText(CohortReport report) {
    return "%,d study ids: found by NHS number %s, by birth date, gender and postcode %s,"
            .formatted(report.lines(), count(report.byNumber()), count(report.byDetails()))
        + " left out as they fit several people %s, not found or in a count that is not shown %s"
            .formatted(count(report.ambiguous()), count(report.unmatched()));
  }

  private static String count(Long count) {
    return count == null ? "fewer than 10" : "about " + count;
  }

  private static String asJson(CohortReport report) {
    JsonObjectBuilder object =
        Json.createObjectBuilder().add("cohort", report.number()).add("lines", report.lines());
    add(object, "byNumber", report.byNumber());
    add(object, "byDetails", report.byDetails());
    add(object, "ambiguous", report.ambiguous());
    add(object, "unmatched", report.unmatched());
    return object.build().toString();
  }

  private static void add(JsonObjectBuilder object, String name, Long count) {
    if (count == null) {
      object.addNull(name);
    } else {
      object.add(name, count);
    }
  }
}
