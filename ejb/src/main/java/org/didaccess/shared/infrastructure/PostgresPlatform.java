package org.didaccess.shared.infrastructure;

import java.sql.Types;
import java.util.UUID;
import org.eclipse.persistence.platform.database.PostgreSQLPlatform;

/**
 * PostgreSQL as EclipseLink should see it: an id that is null is sent as an id. As it comes, it
 * would be sent as text, which a column of type {@code uuid} refuses.
 */
public class PostgresPlatform extends PostgreSQLPlatform {

  private static final long serialVersionUID = 1L;

  @Override
  public int getJDBCType(Class<?> javaType) {
    return javaType == UUID.class ? Types.OTHER : super.getJDBCType(javaType);
  }
}
