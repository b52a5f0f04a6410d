package org.didaccess.kills;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.didaccess.db.ProductDatabase;

/** What stands in the main database, read anew at each question, over kills and restarts. */
final class MainFacts {
  private final ProductDatabase database;
  private Connection auditor;
  private Connection application;

  MainFacts(ProductDatabase database) {
    this.database = database;
  }

  /** Runs that the ledger has orders of under the agreement. */
  List<String> orders(String agreement) {
    return asAuditor("SELECT run_id FROM ledger.release_order WHERE agreement_id = ?", agreement);
  }

  /** Runs that the application has under the agreement. */
  List<String> runs(Work work, String agreement) {
    return asApplication(
        "SELECT id FROM %s WHERE agreement_id = ?".formatted(work.table()), agreement);
  }

  /** Where the run stands; empty where there is none. */
  String status(Work work, String run) {
    return run == null
        ? ""
        : String.join(
            "", asApplication("SELECT status FROM %s WHERE id = ?".formatted(work.table()), run));
  }

  /** How often the run was published. */
  long publications(String run) {
    return asAuditor("SELECT run_id FROM ledger.release_publication WHERE run_id = ?", run).size();
  }

  /** The finished months of the run with their rows and digests. */
  List<String> months(String run) {
    return run == null
        ? List.of()
        : asApplication(
            "SELECT concat_ws(' ', month, row_count, sha512) FROM app.release_partition"
                + " WHERE run_id = ? AND finished_at IS NOT NULL ORDER BY month",
            run);
  }

  /** The steps at which the run's process waits. */
  List<String> steps(String run) {
    return asApplication(
        "SELECT DISTINCT s.act_id_ FROM engine.act_ru_execution p"
            + " JOIN engine.act_ru_execution s ON s.proc_inst_id_ = p.id_"
            + " WHERE p.business_key_ = ?::text AND s.act_id_ IS NOT NULL",
        run);
  }

  /** How many processes were ever begun for the runs of the agreement. */
  long processes(List<String> runs) {
    return runs.stream()
        .mapToLong(
            run ->
                asApplication(
                        "SELECT id_ FROM engine.act_hi_procinst WHERE business_key_ = ?::text", run)
                    .size())
        .sum();
  }

  /** All open incidents of the engine. */
  List<String> incidents() {
    return asApplication("SELECT id_ FROM engine.act_ru_incident");
  }

  /** Those of the run's process. */
  List<String> incidentsOf(String run) {
    return asApplication(
        "SELECT i.id_ FROM engine.act_ru_incident i"
            + " JOIN engine.act_ru_execution p ON p.id_ = i.proc_inst_id_"
            + " WHERE p.business_key_ = ?::text",
        run);
  }

  /** Jobs that are tried no more and of which no incident tells. */
  List<String> silentJobs() {
    return asApplication(
        "SELECT id_ FROM engine.act_ru_job j WHERE retries_ = 0 AND NOT EXISTS"
            + " (SELECT FROM engine.act_ru_incident i WHERE i.configuration_ = j.id_)");
  }

  /** The opaque database name of the agreement's workspaces; empty before the first. */
  List<String> workspaceDatabase(String agreement) {
    return asAuditor(
        "SELECT database_name FROM ledger.workspace WHERE agreement_id = ?", agreement);
  }

  /** The opaque login of the agreement's one analyst; empty before it was given. */
  List<String> analyst(String agreement) {
    return asAuditor(
        "SELECT role_name FROM ledger.workspace_role WHERE agreement_id = ?", agreement);
  }

  private List<String> asAuditor(String query, String... ids) {
    auditor = living(auditor, "did_auditor");
    return answers(auditor, query, ids);
  }

  private List<String> asApplication(String query, String... ids) {
    application = living(application, "did_app");
    return answers(application, query, ids);
  }

  private Connection living(Connection known, String login) {
    try {
      return known != null && known.isValid(1) ? known : database.connect(login);
    } catch (SQLException e) {
      throw new AssertionError("The main database does not answer", e);
    }
  }

  private static List<String> answers(Connection connection, String query, String... ids) {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < ids.length; i++) {
        statement.setObject(i + 1, UUID.fromString(ids[i]));
      }
      try (ResultSet rows = statement.executeQuery()) {
        List<String> answers = new ArrayList<>();
        while (rows.next()) {
          answers.add(rows.getString(1));
        }
        return answers;
      }
    } catch (SQLException e) {
      throw new AssertionError("The main database did not say: " + query, e);
    }
  }
}
