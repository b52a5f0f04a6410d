package org.didaccess.audit.infrastructure;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.UUID;
import org.didaccess.audit.AuditRecorder;
import org.didaccess.shared.infrastructure.Database;

/**
 * Appends over the datasource of the caller's JTA transaction. Outside a transaction it refuses: a
 * row without its act, or an act without its row, must not be possible.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class JdbcAuditRecorder implements AuditRecorder {

  private static final String RECORD = "SELECT audit.record(?, ?, ?, ?::uuid, ?)";

  @Inject private Database database;

  @Override
  public long record(String kind, String id, String act, UUID actor, JsonObject body) {
    return database.value(RECORD, Long.class, kind, id, act, actor, body.toString());
  }
}
