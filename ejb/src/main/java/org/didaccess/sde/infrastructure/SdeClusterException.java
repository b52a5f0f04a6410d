package org.didaccess.sde.infrastructure;

import jakarta.ejb.ApplicationException;
import java.sql.SQLException;

/** The SDE cluster did not do what it was asked; what was begun is taken up again or swept away. */
@ApplicationException(rollback = true)
public class SdeClusterException extends RuntimeException {

  public SdeClusterException(String message, SQLException cause) {
    super(message, cause);
  }
}
