package org.didaccess.kills;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.didaccess.db.ProductDatabase;
import org.didaccess.harness.Deadline;

/**
 * Holds a transaction of the application back at one of its writes, or at its commit, by a trigger
 * that waits for a lock of ours. When the server dies meanwhile, PostgreSQL goes on with the
 * orphaned transaction as soon as we let go: it commits one that had reached its commit.
 */
final class HeldBack implements Trap {
  private static final String OWNER = "did_owner";
  private static final int LOCK = 7_071;
  private static final String WAITS =
      "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = %d AND NOT granted";

  private final ProductDatabase database;
  private final Connection holder;

  private HeldBack(ProductDatabase database, Connection holder) {
    this.database = database;
    this.holder = holder;
  }

  /** Holds back the write itself, which the condition describes. */
  static HeldBack at(ProductDatabase database, Write write) throws SQLException {
    return set(
        database,
        "CREATE TRIGGER held_back BEFORE %s ON %s FOR EACH ROW %s EXECUTE FUNCTION app.held_back()",
        write);
  }

  /** Holds back the commit of the transaction that makes the write. */
  static HeldBack atCommitOf(ProductDatabase database, Write write) throws SQLException {
    return set(
        database,
        "CREATE CONSTRAINT TRIGGER held_back AFTER %s ON %s DEFERRABLE INITIALLY DEFERRED"
            + " FOR EACH ROW %s EXECUTE FUNCTION app.held_back()",
        write);
  }

  private static HeldBack set(ProductDatabase database, String trigger, Write write)
      throws SQLException {
    Connection holder = database.connect(OWNER);
    try (Statement statement = holder.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(%d)".formatted(LOCK));
      statement.execute(
          "CREATE FUNCTION app.held_back() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
              + " PERFORM pg_advisory_xact_lock(%d); RETURN NEW; END $$".formatted(LOCK));
      statement.execute(trigger.formatted(write.event(), write.table(), write.condition()));
    }
    return new HeldBack(database, holder);
  }

  @Override
  public void await() {
    await(1);
  }

  /** Returns when so many transactions are held back at the write. */
  void await(int writes) {
    Deadline.within(60, writes + " of the writes are held back", () -> waiting() >= writes);
  }

  private long waiting() {
    try (Statement query = holder.createStatement();
        ResultSet row = query.executeQuery(WAITS.formatted(LOCK))) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError("The waiting transactions could not be counted", e);
    }
  }

  @Override
  public void letGo() {
    try {
      holder.close();
    } catch (SQLException databaseIsDead) {
      // Its locks died with it.
    }
  }

  @Override
  public void close() throws SQLException {
    letGo();
    try (Connection owner = database.connect(OWNER);
        Statement statement = owner.createStatement()) {
      statement.execute("DROP FUNCTION app.held_back() CASCADE");
    }
  }

  /**
   * A write of the application.
   *
   * @param event INSERT or UPDATE
   * @param table the table
   * @param condition a WHEN clause, or nothing
   */
  record Write(String event, String table, String condition) {

    /** A new row. */
    static Write newRow(String table) {
      return new Write("INSERT", table, "");
    }

    /** A row that reaches a status. */
    static Write status(String table, String status) {
      return new Write(
          "UPDATE",
          table,
          "WHEN (NEW.status = '%s' AND OLD.status <> NEW.status)".formatted(status));
    }

    /** A month that is finished. */
    static Write month() {
      return new Write(
          "UPDATE",
          "app.release_partition",
          "WHEN (NEW.finished_at IS NOT NULL AND OLD.finished_at IS NULL)");
    }
  }
}
