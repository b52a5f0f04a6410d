package org.didaccess.kills;

import java.sql.SQLException;

/** Catches work at one moment, so that a kill hits it there. */
interface Trap extends AutoCloseable {

  /** Returns when the work is caught, or has slipped through. */
  void await() throws SQLException;

  /** Lets go of what is held. The product may be dead, so it may fail in silence. */
  void letGo();

  /** Takes the trap down, once the product runs again. */
  @Override
  void close() throws SQLException;
}
