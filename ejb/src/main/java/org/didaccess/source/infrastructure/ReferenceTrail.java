package org.didaccess.source.infrastructure;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import org.didaccess.audit.AuditRecorder;
import org.didaccess.identity.CurrentPerson;

/** Tells the trail who brought and chose what submissions are checked against. */
@Stateless
@PermitAll
public class ReferenceTrail {

  private static final String CHAIN = "reference";

  @Inject private AuditRecorder audit;
  @Inject private CurrentPerson caller;

  /** Somebody began to make a version; whether it came to be, the next row tells. */
  public void begun(String version) {
    audit.record(CHAIN, version, "import-begun", caller.id(), JsonValue.EMPTY_JSON_OBJECT);
  }

  /** Somebody lets another version count. */
  public void choosing(String version) {
    audit.record(CHAIN, version, "choice-begun", caller.id(), JsonValue.EMPTY_JSON_OBJECT);
  }

  /** A version was made, and counts. */
  public void imported(String version) {
    audit.record(CHAIN, version, "imported", caller.id(), JsonValue.EMPTY_JSON_OBJECT);
  }

  /** Another version counts. */
  public void chosen(String version) {
    audit.record(CHAIN, version, "chosen", caller.id(), JsonValue.EMPTY_JSON_OBJECT);
  }
}
