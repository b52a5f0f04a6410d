package org.didaccess.atomicity;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.didaccess.db.ProductDatabase;

/**
 * Where in a transaction a write fails. The failure is a trigger that the owner of the tables puts
 * up and takes down again: the product's own code knows nothing of it.
 */
enum FailurePoint {
  /** When the aggregate is written. */
  DOMAIN,

  /** When the process takes its step: domain, ledger and trail are written already. */
  ENGINE,

  /** At the very end, when the transaction commits. */
  COMMIT;

  private static final String OWNER = "did_owner";

  private List<String> tables() {
    return this == DOMAIN
        ? List.of(
            "app.data_access_application",
            "app.data_sharing_agreement",
            "app.extract",
            "app.workspace")
        : List.of("engine.act_hi_actinst");
  }

  private String trigger(String table) {
    String form =
        this == COMMIT
            ? "CREATE CONSTRAINT TRIGGER injected_failure AFTER INSERT OR UPDATE ON %s"
                + " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.injected_failure()"
            : "CREATE TRIGGER injected_failure BEFORE INSERT OR UPDATE ON %s"
                + " FOR EACH ROW EXECUTE FUNCTION app.injected_failure()";
    return form.formatted(table);
  }

  /** Lets every write here fail until the result is closed. */
  Failing failIn(ProductDatabase database) throws SQLException {
    run(
        database,
        "CREATE FUNCTION app.injected_failure() RETURNS trigger LANGUAGE plpgsql AS"
            + " $$ BEGIN RAISE EXCEPTION 'injected failure'; END $$");
    for (String table : tables()) {
      run(database, trigger(table));
    }
    return new Failing(database, this);
  }

  private static void run(ProductDatabase database, String statement) throws SQLException {
    try (Connection owner = database.connect(OWNER);
        Statement change = owner.createStatement()) {
      change.execute(statement);
    }
  }

  /**
   * Writes fail while this is open.
   *
   * @param database where
   * @param point at which point of a transaction
   */
  record Failing(ProductDatabase database, FailurePoint point) implements AutoCloseable {
    @Override
    public void close() throws SQLException {
      run(database, "DROP FUNCTION app.injected_failure() CASCADE");
    }

    @Override
    public String toString() {
      return "failing in " + point;
    }
  }
}
