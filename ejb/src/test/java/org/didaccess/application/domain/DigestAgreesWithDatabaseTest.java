package org.didaccess.application.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.didaccess.db.EphemeralDatabase;
import org.junit.jupiter.api.Test;

/** Two computations of one canonical form, which know nothing of each other. */
class DigestAgreesWithDatabaseTest {
  private static final int SELECTIONS = 10_000;

  @Test
  void ten_thousand_seeded_selections_have_the_same_digest_in_java_and_in_the_database()
      throws SQLException {
    SeededSelections seeded = new SeededSelections(20260101);
    Map<UUID, Selection> selections = new LinkedHashMap<>();
    IntStream.range(0, SELECTIONS).forEach(i -> selections.put(seeded.id(), seeded.hostile()));

    Map<UUID, String> inJava = new LinkedHashMap<>();
    selections.forEach((id, selection) -> inJava.put(id, SelectionDigest.of(selection)));

    try (Connection app = EphemeralDatabase.fresh().connect("did_app")) {
      StoredSelections.store(app, selections);
      assertThat(digests(app)).hasSize(SELECTIONS).isEqualTo(inJava);
    }
  }

  private static Map<UUID, String> digests(Connection app) throws SQLException {
    Map<UUID, String> found = new LinkedHashMap<>();
    try (Statement statement = app.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT id, guard.selection_digest(id) FROM app.selection")) {
      while (rows.next()) {
        found.put(rows.getObject(1, UUID.class), rows.getString(2));
      }
    }
    return found;
  }
}
