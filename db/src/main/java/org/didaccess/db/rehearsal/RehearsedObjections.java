package org.didaccess.db.rehearsal;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import org.didaccess.db.EphemeralDatabase;

/** Lists of patients' objections in a throw-away database, stored as the loader stores them. */
public final class RehearsedObjections {

  /** Has the form of an NHS number and can be nobody's. */
  public static final String NOBODY = "9999999999";

  private RehearsedObjections() {}

  /** A list that names nobody real, so that releases can be ordered. */
  public static void ofNobody(EphemeralDatabase database) throws SQLException {
    store(database, LocalDate.of(2024, 1, 1), List.of(NOBODY), null);
  }

  /**
   * Stores a list.
   *
   * @param confirmedRemoved how many people somebody agreed to take off the list, or null
   * @return the list's number
   */
  public static int store(
      EphemeralDatabase database, LocalDate asOf, List<String> numbers, Long confirmedRemoved)
      throws SQLException {
    try (Connection loader = database.connect("did_loader")) {
      loader.setAutoCommit(false);
      try (Statement open = loader.createStatement()) {
        open.execute("SELECT source.open_objections()");
      }
      try (PreparedStatement row =
          loader.prepareStatement("INSERT INTO pg_temp.objecting VALUES (?)")) {
        for (String number : numbers) {
          row.setString(1, number);
          row.addBatch();
        }
        row.executeBatch();
      }
      try (PreparedStatement accept =
          loader.prepareStatement(
              "SELECT id FROM source.accept_objections(?, sha256(?::bytea), ?::bigint)")) {
        accept.setDate(1, Date.valueOf(asOf));
        accept.setBytes(2, String.join("\n", numbers).getBytes(StandardCharsets.US_ASCII));
        accept.setObject(3, confirmedRemoved, Types.BIGINT);
        try (ResultSet stored = accept.executeQuery()) {
          stored.next();
          int id = stored.getInt("id");
          loader.commit();
          return id;
        }
      }
    }
  }
}
