package org.didaccess.sde.infrastructure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.didaccess.sde.WatchdogRound;
import org.didaccess.sde.domain.AnalystState;
import org.didaccess.sde.domain.Entitlement;
import org.didaccess.sde.domain.EntitlementComparison;

/**
 * Makes the cluster agree with the guard, again and again, beside the application server: what no
 * right covers is switched off and its sessions ended; what a right covers is switched on. If the
 * guard cannot be asked for longer than the grace, nothing is covered any more: it fails closed.
 */
public final class Watchdog {

  /** How long the guard's last word is good for: a restart of the main database takes less. */
  public static final Duration GRACE = Duration.ofMinutes(2);

  private static final System.Logger LOG = System.getLogger(Watchdog.class.getName());
  private static final int ANSWER_LIMIT_MS = 15_000;
  private static final String LONGEST_STATEMENT = "SELECT sde.end_overlong_statements('1 hour')";

  private final ConnectionSource main;
  private final ConnectionSource sde;
  private final Clock clock;
  private List<Entitlement> lastWord = List.of();
  private Instant heardAt = Instant.EPOCH;

  /**
   * @param main connections of {@code did_watchdog}
   * @param sde connections of {@code sde_watchdog}
   */
  public Watchdog(ConnectionSource main, ConnectionSource sde, Clock clock) {
    this.main = () -> bounded(main.open());
    this.sde = () -> bounded(sde.open());
    this.clock = clock;
  }

  /**
   * Compares and acts once.
   *
   * @throws SQLException when the SDE cluster does not answer
   */
  public WatchdogRound round() throws SQLException {
    boolean reached = askGuard();
    int ended = reached ? endUncoveredSessions() : 0;
    try (Connection connection = sde.open()) {
      EntitlementComparison comparison =
          new EntitlementComparison(
              lastWord, JdbcEntitlements.analysts(connection), clock.instant());
      for (AnalystState analyst : comparison.toRefuse()) {
        refuse(connection, analyst);
      }
      for (Entitlement entitlement : comparison.toAllow()) {
        allow(connection, entitlement);
      }
      for (AnalystState analyst : comparison.toReset()) {
        call(connection, "SELECT sde.reset_settings(?)", analyst.roleName());
      }
      number(connection, LONGEST_STATEMENT);
      return new WatchdogRound(
          reached,
          comparison.toRefuse().size(),
          comparison.toAllow().size(),
          comparison.toReset().size(),
          ended);
    }
  }

  private boolean askGuard() {
    Instant now = clock.instant();
    try {
      lastWord = JdbcEntitlements.entitlements(main);
      heardAt = now;
      return true;
    } catch (SQLException e) {
      LOG.log(System.Logger.Level.WARNING, "The guard did not answer: {0}", e.getMessage());
      if (heardAt.plus(GRACE).isBefore(now)) {
        lastWord = List.of();
      }
      return false;
    }
  }

  private int endUncoveredSessions() {
    try (Connection connection = main.open()) {
      return number(connection, "SELECT guard.end_uncovered_sessions()");
    } catch (SQLException e) {
      LOG.log(System.Logger.Level.WARNING, "Sessions were not checked: {0}", e.getMessage());
      return 0;
    }
  }

  /** First off, committed; then the sessions: none can slip in between. */
  private void refuse(Connection connection, AnalystState analyst) throws SQLException {
    if (analyst.mayLogin()) {
      call(connection, "SELECT sde.refuse_login(?)", analyst.roleName());
    }
    call(connection, "SELECT sde.end_sessions(?)", analyst.roleName());
    record("login-refused", analyst.roleName(), analyst.databaseName());
  }

  private void allow(Connection connection, Entitlement entitlement) throws SQLException {
    try (PreparedStatement call = connection.prepareStatement("SELECT sde.allow_login(?, ?)")) {
      call.setString(1, entitlement.roleName());
      call.setObject(2, entitlement.validUntil().atOffset(ZoneOffset.UTC));
      call.execute();
    }
    record("login-allowed", entitlement.roleName(), entitlement.databaseName());
  }

  /** Evidence is wanted, but its failure must not keep a login open. */
  private void record(String act, String role, String database) {
    String id =
        lastWord.stream()
            .filter(entitlement -> entitlement.roleName().equals(role))
            .map(Entitlement::agreementId)
            .findFirst()
            .map(UUID::toString)
            .orElse(database == null ? role : database);
    try (Connection connection = main.open();
        PreparedStatement call =
            connection.prepareStatement(
                "SELECT audit.record('workspace', ?, ?, NULL, json_build_object('role', ?)::text)")) {
      call.setString(1, id);
      call.setString(2, act);
      call.setString(3, role);
      call.execute();
    } catch (SQLException e) {
      LOG.log(System.Logger.Level.WARNING, "{0} was not recorded: {1}", act, e.getMessage());
    }
  }

  private static void call(Connection connection, String sql, String role) throws SQLException {
    try (PreparedStatement call = connection.prepareStatement(sql)) {
      call.setString(1, role);
      call.execute();
    }
  }

  /** A server that accepts and then says nothing must not stop the rounds. */
  private static Connection bounded(Connection connection) throws SQLException {
    connection.setNetworkTimeout(Runnable::run, ANSWER_LIMIT_MS);
    return connection;
  }

  private static int number(Connection connection, String sql) throws SQLException {
    try (PreparedStatement call = connection.prepareStatement(sql);
        ResultSet row = call.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }
}
