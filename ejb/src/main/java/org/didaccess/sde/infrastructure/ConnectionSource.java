package org.didaccess.sde.infrastructure;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections of one login to one database, wherever that runs just now. */
@FunctionalInterface
public interface ConnectionSource {

  /** A new connection in auto-commit mode; the caller closes it. */
  Connection open() throws SQLException;
}
