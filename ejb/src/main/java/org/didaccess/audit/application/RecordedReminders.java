package org.didaccess.audit.application;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.UUID;
import org.didaccess.audit.AuditRecorder;
import org.didaccess.shared.process.Notice;
import org.didaccess.shared.process.Reminders;

/**
 * Keeps every notice that a process asks for in the trail of its subject, in the transaction of the
 * step that asks. A notice opens nothing, so anybody's step may ask for one.
 */
@Stateless
@PermitAll
public class RecordedReminders implements Reminders {
  private static final String ACT = "notice-due";

  private AuditRecorder trail;

  /** For the container. */
  protected RecordedReminders() {}

  @Inject
  public RecordedReminders(AuditRecorder trail) {
    this.trail = trail;
  }

  @Override
  public void remind(Notice notice, UUID subject) {
    trail.record(
        notice.subjectKind(),
        subject.toString(),
        ACT,
        null,
        Json.createObjectBuilder().add("notice", notice.name()).build());
  }
}
