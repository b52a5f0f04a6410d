package org.didaccess.release.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.didaccess.db.EphemeralDatabase;
import org.junit.jupiter.api.Test;

/** The engine's rule and the guard's are one. */
class QuasiIdentifiersTest {

  @Test
  void the_guard_and_the_check_know_the_same_quasi_identifiers() throws SQLException {
    List<String> guard = new ArrayList<>();
    List<String> check = new ArrayList<>();
    try (Connection superuser = EphemeralDatabase.fresh().superuser();
        Statement statement = superuser.createStatement();
        ResultSet fields =
            statement.executeQuery(
                "SELECT lower(field_code) AS name, guard.is_quasi_identifier(lower(field_code)) AS known"
                    + " FROM ledger.field_column ORDER BY 1")) {
      while (fields.next()) {
        String name = fields.getString("name");
        if (fields.getBoolean("known")) {
          guard.add(name);
        }
        if (SqlDisclosureCheck.isQuasiIdentifier(name)) {
          check.add(name);
        }
      }
    }
    assertThat(guard).isEqualTo(check).hasSizeGreaterThan(5).contains("age", "lsoa_of_residence");
  }
}
