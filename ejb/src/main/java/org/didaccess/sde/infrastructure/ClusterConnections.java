package org.didaccess.sde.infrastructure;

import java.sql.Connection;
import java.sql.SQLException;

/** Connections of the provisioner into the databases of the SDE cluster. */
@FunctionalInterface
public interface ClusterConnections {

  /** A new connection to a database, in auto-commit mode; the caller closes it. */
  Connection open(String database) throws SQLException;
}
