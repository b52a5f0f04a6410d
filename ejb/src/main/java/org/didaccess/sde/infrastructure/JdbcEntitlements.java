package org.didaccess.sde.infrastructure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.didaccess.sde.domain.AnalystState;
import org.didaccess.sde.domain.Entitlement;

/** Reads the two sides of the comparison: the guard's word, and the cluster's state. */
final class JdbcEntitlements {

  static final String ENTITLEMENTS =
      "SELECT agreement_id, database_name, role_name, valid_until, allowed"
          + " FROM guard.sde_entitlements()";
  private static final String ANALYSTS =
      "SELECT role_name, database_name, may_login, valid_until, settings_changed, sessions"
          + " FROM sde.analysts()";

  private JdbcEntitlements() {}

  static List<Entitlement> entitlements(ConnectionSource main) throws SQLException {
    try (Connection connection = main.open();
        PreparedStatement query = connection.prepareStatement(ENTITLEMENTS);
        ResultSet rows = query.executeQuery()) {
      List<Entitlement> entitlements = new ArrayList<>();
      while (rows.next()) {
        entitlements.add(entitlement(rows));
      }
      return entitlements;
    }
  }

  static Entitlement entitlement(ResultSet row) throws SQLException {
    return new Entitlement(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        instant(row, 4),
        row.getBoolean(5));
  }

  static List<AnalystState> analysts(Connection sde) throws SQLException {
    try (PreparedStatement query = sde.prepareStatement(ANALYSTS);
        ResultSet rows = query.executeQuery()) {
      List<AnalystState> analysts = new ArrayList<>();
      while (rows.next()) {
        analysts.add(
            new AnalystState(
                rows.getString(1),
                rows.getString(2),
                rows.getBoolean(3),
                instant(rows, 4),
                rows.getBoolean(5),
                rows.getInt(6)));
      }
      return analysts;
    }
  }

  private static Instant instant(ResultSet rows, int column) throws SQLException {
    OffsetDateTime moment = rows.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
