package org.didaccess.harness;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs inside the product's server, beside its application, with the same data sources. */
@ExtendWith(ArquillianExtension.class)
class InContainerIT {
  @Resource(lookup = "java:jboss/datasources/DidAccess")
  private DataSource main;

  @Resource private UserTransaction transaction;

  @Deployment
  static WebArchive besideTheProduct() {
    return BesideProduct.war(InContainerIT.class);
  }

  @Test
  void the_main_data_source_logs_in_as_the_application_and_joins_the_container_s_transaction()
      throws Exception {
    transaction.begin();
    write("in-container");
    transaction.rollback();

    assertThat(one("SELECT current_user")).isEqualTo("did_app");
    assertThat(one("SELECT count(*) FROM engine.act_ge_property WHERE name_ = 'in-container'"))
        .isEqualTo("0");
  }

  private void write(String name) throws Exception {
    try (Connection connection = main.getConnection();
        var insert =
            connection.prepareStatement("INSERT INTO engine.act_ge_property VALUES (?, 'x', 1)")) {
      insert.setString(1, name);
      assertThat(insert.executeUpdate()).isEqualTo(1);
    }
  }

  private String one(String query) throws Exception {
    try (Connection connection = main.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
