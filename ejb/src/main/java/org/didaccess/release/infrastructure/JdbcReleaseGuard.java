package org.didaccess.release.infrastructure;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.didaccess.release.domain.ReleaseGuard;
import org.didaccess.shared.infrastructure.Database;

/** Calls the guard's functions in the caller's transaction. */
public final class JdbcReleaseGuard implements ReleaseGuard {

  private final Database database;

  /** Over the main datasource. */
  public JdbcReleaseGuard(DataSource source) {
    this.database = new Database(source);
  }

  @Override
  public void order(UUID ticket, String payload) {
    database.call("SELECT guard.order_release(?, ?)", ticket, payload);
  }

  @Override
  public void orderRefreshes(UUID ticket, String payload) {
    database.call("SELECT guard.order_refreshes(?, ?)", ticket, payload);
  }

  @Override
  public void endRefreshes(UUID standingOrder, UUID actor, String reason) {
    database.call("SELECT guard.end_refreshes(?, ?, ?)", standingOrder, actor, reason);
  }

  @Override
  public List<UUID> openStandingOrders() {
    return database.list(
        "SELECT id FROM guard.open_standing_orders() AS id", rows -> Database.id(rows, "id"));
  }

  @Override
  public Optional<UUID> baseOfRefresh(UUID standingOrder) {
    return database
        .first(
            "SELECT guard.base_of_refresh(?) AS id",
            rows -> Optional.ofNullable(Database.id(rows, "id")),
            standingOrder)
        .flatMap(base -> base);
  }

  @Override
  public void orderRefresh(String payload) {
    database.call("SELECT guard.order_refresh(?)", payload);
  }

  @Override
  public void checkRefresh(UUID ticket, String payload) {
    database.call("SELECT guard.check_refresh(?, ?)", ticket, payload);
  }

  @Override
  public void publish(UUID ticket, String payload) {
    database.call("SELECT guard.publish_release(?, ?)", ticket, payload);
  }

  @Override
  public void recall(UUID run, UUID actor, String reason) {
    database.call("SELECT guard.recall_release(?, ?, ?)", run, actor, reason);
  }

  @Override
  public String agreementState(UUID agreement) {
    return database
        .first("SELECT guard.agreement_state(?)", rows -> rows.getString(1), agreement)
        .orElse("");
  }
}
