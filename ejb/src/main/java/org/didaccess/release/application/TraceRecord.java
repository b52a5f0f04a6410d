package org.didaccess.release.application;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.UUID;
import org.didaccess.audit.AuditRecorder;
import org.didaccess.identity.CurrentPerson;
import org.didaccess.identity.Roles;
import org.didaccess.release.TraceReport;

/** Keeps in the audit trail that somebody traced a file, and whom it named. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@RolesAllowed({Roles.DATA_MANAGER, Roles.AUDITOR})
public class TraceRecord {

  private static final String CHAIN = "trace";

  @Inject private AuditRecorder audit;
  @Inject private CurrentPerson caller;

  /** Writes the row: counts and ids, nothing of the file. */
  public void keep(TraceReport report) {
    JsonArrayBuilder named = Json.createArrayBuilder();
    report
        .named()
        .forEach(
            each ->
                named.add(
                    Json.createObjectBuilder()
                        .add("agreement", each.agreement().toString())
                        .add("recipient", each.recipient().toString())
                        .add("matches", each.matches())));
    audit.record(
        CHAIN,
        UUID.randomUUID().toString(),
        "traced",
        caller.id(),
        Json.createObjectBuilder()
            .add("tokensTested", report.tokensTested())
            .add("named", named)
            .build());
  }
}
