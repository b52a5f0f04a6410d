package org.didaccess.audit.infrastructure;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.didaccess.audit.AuditRecorder;

/**
 * Appends over the datasource of the caller's JTA transaction. Outside a transaction it refuses: a
 * row without its act, or an act without its row, must not be possible.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class JdbcAuditRecorder implements AuditRecorder {

  private static final String RECORD = "SELECT audit.record(?, ?, ?, ?, ?)";

  @Resource(lookup = "java:jboss/datasources/DidAccess")
  private DataSource database;

  @Override
  public long record(String kind, String id, String act, UUID actor, JsonObject body) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(RECORD)) {
      statement.setString(1, kind);
      statement.setString(2, id);
      statement.setString(3, act);
      statement.setObject(4, actor, java.sql.Types.OTHER);
      statement.setString(5, body.toString());
      try (ResultSet number = statement.executeQuery()) {
        number.next();
        return number.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The act " + act + " could not be recorded", e);
    }
  }
}
