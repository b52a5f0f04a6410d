package org.didaccess.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class EphemeralDatabaseTest {
  @Test
  void each_fresh_database_has_the_engine_s_tables_and_the_product_s_logins() throws SQLException {
    EphemeralDatabase database = EphemeralDatabase.fresh();

    try (Connection app = database.connect("did_app")) {
      assertThat(one(app, "SELECT count(*) FROM engine.act_ru_task")).isEqualTo("0");
      assertThat(one(app, "SELECT current_user")).isEqualTo("did_app");
    }
  }

  @Test
  void what_one_test_writes_another_does_not_see() throws SQLException {
    EphemeralDatabase first = EphemeralDatabase.fresh();
    EphemeralDatabase second = EphemeralDatabase.fresh();

    try (Connection app = first.connect("did_app");
        Statement statement = app.createStatement()) {
      statement.execute("INSERT INTO engine.act_ge_property VALUES ('only-here', 'x', 1)");
    }

    try (Connection app = second.connect("did_app")) {
      assertThat(one(app, "SELECT count(*) FROM engine.act_ge_property WHERE name_ = 'only-here'"))
          .isEqualTo("0");
    }
  }

  @Test
  void a_copy_keeps_the_rights_on_the_database() throws SQLException {
    EphemeralDatabase database = EphemeralDatabase.fresh();

    try (Connection app = database.connect("did_app");
        Statement statement = app.createStatement()) {
      assertThatThrownBy(() -> statement.execute("CREATE TEMPORARY TABLE t (i int)"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void the_sde_cluster_is_another_server() throws SQLException {
    EphemeralDatabase sde = EphemeralDatabase.freshSde();

    try (Connection connection = sde.superuser()) {
      assertThat(one(connection, "SELECT to_regnamespace('engine')")).isNull();
    }
  }

  private static String one(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
