package org.didaccess.launcher.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.didaccess.db.ProductDatabase;

/** What a thief of the application's own database login would try. */
final class DirectSql {
  private static final String THIEF = "did_app";

  private final ProductDatabase database;

  DirectSql(ProductDatabase database) {
    this.database = database;
  }

  /** Reads patient rows. */
  long readRows() throws SQLException {
    return count("SELECT count(*) FROM source.did_event");
  }

  /** Reads identifiers. */
  long readVault() throws SQLException {
    return count("SELECT count(*) FROM vault.record_identity");
  }

  /** Adds a field to a selection that was submitted. */
  int widen(UUID selection, String field) throws SQLException {
    return update(
        "INSERT INTO app.selection_field (selection_id, field_code) VALUES (?, ?)",
        selection,
        field);
  }

  /** Writes an approval by hand. */
  int forgeApproval(UUID version) throws SQLException {
    return update(
        "INSERT INTO ledger.decision (id, version_id, outcome) VALUES (gen_random_uuid(), ?, ?)",
        version,
        "approve");
  }

  private long count(String query) throws SQLException {
    try (Connection connection = database.connect(THIEF);
        PreparedStatement statement = connection.prepareStatement(query);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private int update(String command, UUID id, String value) throws SQLException {
    try (Connection connection = database.connect(THIEF);
        PreparedStatement statement = connection.prepareStatement(command)) {
      statement.setObject(1, id);
      statement.setString(2, value);
      return statement.executeUpdate();
    }
  }
}
