package org.didaccess.db;

import java.sql.Connection;
import java.sql.SQLException;

/** A migrated database of the product, embedded or elsewhere. */
public interface ProductDatabase extends AutoCloseable {
  /** JDBC address without a login. */
  String url();

  /** The password of one of the product's logins. */
  String secretOf(String role);

  /** A new connection as one of the product's logins. */
  Connection connect(String role) throws SQLException;

  /** Stops what {@code open} started; an external server goes on. */
  @Override
  void close();
}
