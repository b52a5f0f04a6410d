package org.didaccess.atomicity;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.didaccess.db.ProductDatabase;
import org.didaccess.harness.Deadline;

/**
 * What stands in the database, as digests that change with any row.
 *
 * @param domain applications, agreements, extracts and workspaces
 * @param ledger the guard's entries
 * @param engine steps and tasks of the processes
 * @param trail the audit trail's rows of acts
 */
record Snapshot(String domain, String ledger, String engine, String trail) {
  private static final String DOMAIN =
      digest("app.data_access_application")
          + " || "
          + digest("app.application_version")
          + " || "
          + digest("app.data_sharing_agreement")
          + " || "
          + digest("app.extract")
          + " || "
          + digest("app.workspace");

  private static final String ENGINE =
      digest("engine.act_hi_actinst") + " || " + digest("engine.act_hi_taskinst");

  static Snapshot of(ProductDatabase database) throws SQLException {
    try (Connection reader = database.connect("did_app");
        Statement query = reader.createStatement();
        ResultSet row =
            query.executeQuery(
                "SELECT %s, %s, %s, (SELECT count(*) FROM audit.trail WHERE origin IN ('guard', 'did_app'))"
                    .formatted(DOMAIN, digest("ledger.entry"), ENGINE))) {
      row.next();
      return new Snapshot(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
    }
  }

  /** The same once the engine has done the jobs that earlier acts left it. */
  static Snapshot settled(ProductDatabase database) throws SQLException {
    Deadline.within(30, "the engine's jobs are done", () -> dueJobs(database) == 0);
    return of(database);
  }

  private static long dueJobs(ProductDatabase database) {
    try (Connection reader = database.connect("did_app");
        Statement query = reader.createStatement();
        ResultSet row =
            query.executeQuery(
                "SELECT count(*) FROM engine.act_ru_job WHERE retries_ > 0"
                    + " AND (duedate_ IS NULL OR duedate_ <= now())")) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError("The engine's jobs could not be counted", e);
    }
  }

  private static String digest(String table) {
    return "(SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) FROM "
        + table
        + " t)";
  }
}
