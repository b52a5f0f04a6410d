package org.didaccess.atomicity;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.didaccess.db.ProductDatabase;
import org.didaccess.launcher.demo.RequestPath.Act;
import org.didaccess.launcher.demo.RequestPath.Part;

/**
 * Where in a transaction a write fails. The failure comes from the database, and the product's own
 * code knows nothing of it.
 */
enum FailurePoint {
  /** When the guard writes its row of the trail: its entry in the ledger is written already. */
  TRAIL,

  /** When the aggregate is written. */
  DOMAIN,

  /** When the process takes its step: domain, ledger and trail are written already. */
  ENGINE,

  /** At the very end, when the transaction commits. */
  COMMIT;

  private static final String OWNER = "did_owner";

  /** The points that the act passes. */
  static Stream<FailurePoint> of(Act act) {
    return Arrays.stream(values()).filter(point -> point.isPassedBy(act));
  }

  private boolean isPassedBy(Act act) {
    return switch (this) {
      case TRAIL -> act.goesOn();
      case DOMAIN -> act.moves(Part.DOMAIN);
      case ENGINE -> act.moves(Part.ENGINE);
      case COMMIT -> act.moves(Part.DOMAIN) || act.moves(Part.ENGINE);
    };
  }

  /** Lets the act fail here until the result is closed. */
  Failing failIn(ProductDatabase database, Act act) throws SQLException {
    return this == TRAIL ? HeldTrail.of(database, act.chain()) : triggersIn(database);
  }

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

  /** The owner of the tables puts up triggers, and takes them down again. */
  private Failing triggersIn(ProductDatabase database) throws SQLException {
    run(
        database,
        "CREATE FUNCTION app.injected_failure() RETURNS trigger LANGUAGE plpgsql AS"
            + " $$ BEGIN RAISE EXCEPTION 'injected failure'; END $$");
    for (String table : tables()) {
      run(database, trigger(table));
    }
    return () -> run(database, "DROP FUNCTION app.injected_failure() CASCADE");
  }

  private static void run(ProductDatabase database, String statement) throws SQLException {
    try (Connection owner = database.connect(OWNER);
        Statement change = owner.createStatement()) {
      change.execute(statement);
    }
  }

  /** Writes fail while this is open. */
  @FunctionalInterface
  interface Failing extends AutoCloseable {
    @Override
    void close() throws SQLException;
  }
}
