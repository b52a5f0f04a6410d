package org.didaccess.atomicity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.didaccess.atomicity.FailurePoint.Failing;
import org.didaccess.db.ProductDatabase;
import org.didaccess.harness.Deadline;
import org.didaccess.launcher.demo.RequestPath.Chain;

/**
 * Holds the head of one chain of the trail, and cancels the first statement that comes to wait for
 * it. No login may change the guard's tables, so the failure has to come from beside them.
 */
final class HeldTrail implements Failing {
  private static final String LOGIN = "did_app";

  /** Cancels whoever waits for this session; true where somebody did. */
  private static final String CANCEL_WAITING =
      "SELECT coalesce(bool_or(pg_cancel_backend(pid)), false) FROM pg_locks"
          + " WHERE NOT granted AND %d = ANY (pg_blocking_pids(pid))";

  private final Connection holder;
  private final CompletableFuture<Void> cancelling;

  private HeldTrail(Connection holder, CompletableFuture<Void> cancelling) {
    this.holder = holder;
    this.cancelling = cancelling;
  }

  static HeldTrail of(ProductDatabase database, Chain chain) throws SQLException {
    Connection holder = database.connect(LOGIN);
    holder.setAutoCommit(false);
    try (PreparedStatement append =
        holder.prepareStatement(
            "SELECT audit.record(?, ?, 'held', NULL, '{}'), pg_backend_pid()")) {
      append.setString(1, chain.kind());
      append.setString(2, chain.id());
      try (ResultSet row = append.executeQuery()) {
        row.next();
        int session = row.getInt(2);
        return new HeldTrail(
            holder, CompletableFuture.runAsync(() -> cancelWhoWaitsFor(session, database)));
      }
    }
  }

  private static void cancelWhoWaitsFor(int session, ProductDatabase database) {
    try (Connection watcher = database.connect(LOGIN);
        Statement query = watcher.createStatement()) {
      Deadline.within(30, "the act waits for its chain", () -> cancelled(query, session));
    } catch (SQLException e) {
      throw new AssertionError("The waiting statement could not be cancelled", e);
    }
  }

  private static boolean cancelled(Statement query, int session) {
    try (ResultSet row = query.executeQuery(CANCEL_WAITING.formatted(session))) {
      row.next();
      return row.getBoolean(1);
    } catch (SQLException e) {
      throw new AssertionError("The waiting statements could not be looked at", e);
    }
  }

  @Override
  public void close() throws SQLException {
    try {
      cancelling.join();
    } finally {
      holder.rollback();
      holder.close();
    }
  }
}
