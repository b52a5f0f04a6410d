package org.didaccess.db;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Something that the bootstrap superuser does while it may log in, straight after the migrations.
 */
@FunctionalInterface
public interface SuperuserWork {
  /** Nothing to do. */
  SuperuserWork NONE = connection -> {};

  void run(Connection superuser) throws SQLException;
}
