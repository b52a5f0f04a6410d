package org.didaccess.application.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.didaccess.application.ApplicationAccepted;
import org.didaccess.application.ApplicationApproved;
import org.didaccess.application.ApplicationWithdrawn;
import org.didaccess.application.SlotState;
import org.didaccess.application.domain.ApplicationMove;
import org.didaccess.application.domain.ApplicationRepository;
import org.didaccess.application.domain.ApplicationTransitions;
import org.didaccess.application.domain.DataAccessApplication;
import org.didaccess.application.domain.Narrowing;
import org.didaccess.application.domain.Selection;
import org.didaccess.application.domain.SelectionRecord;
import org.didaccess.application.infrastructure.ApplicationQueries;
import org.didaccess.application.infrastructure.GuardSubmissions;
import org.didaccess.audit.AuditRecorder;
import org.didaccess.identity.CurrentPerson;
import org.didaccess.shared.DomainEvents;
import org.didaccess.shared.Ids;
import org.didaccess.shared.Payload;

/** What follows an applicant's act: the guard's part, the audit row, the event. */
@ApplicationScoped
public class ApplicationActs {

  private static final String CHAIN = "application";

  private final ApplicationRepository applications;
  private final ApplicationQueries queries;
  private final GuardSubmissions guard;
  private final AuditRecorder audit;
  private final DomainEvents events;
  private final CurrentPerson caller;
  private final Clock clock;

  /** For the container's proxy. */
  protected ApplicationActs() {
    this(null, null, null, null, null, null, null);
  }

  /** With everything it needs. */
  @Inject
  public ApplicationActs(
      ApplicationRepository applications,
      ApplicationQueries queries,
      GuardSubmissions guard,
      AuditRecorder audit,
      DomainEvents events,
      CurrentPerson caller,
      Clock clock) {
    this.applications = applications;
    this.queries = queries;
    this.guard = guard;
    this.audit = audit;
    this.events = events;
    this.caller = caller;
    this.clock = clock;
  }

  /** Now. */
  public Instant now() {
    return clock.instant();
  }

  /** Refuses early what the table will refuse: before anybody types a password in vain. */
  public void checkMove(DataAccessApplication application, ApplicationMove move) {
    ApplicationTransitions.TABLE.after(application.status(), move);
  }

  /** Appends the audit row of an act, then tells who listens. */
  public void record(DataAccessApplication application, String act, Object... happened) {
    Payload body =
        new Payload()
            .with("status", application.status().name())
            .with("version", application.versionNumber());
    audit.record(CHAIN, application.id().toString(), act, caller.id(), body.json());
    List.of(happened).forEach(events::fire);
  }

  /** Takes back what was submitted. */
  public void withdraw(DataAccessApplication application) {
    if (application.versionNumber() > 0) {
      guard.withdraw(application.id(), caller.id());
    }
    record(application, "withdrawn", new ApplicationWithdrawn(application.id()));
  }

  /** New rows with what every controller allowed. */
  public SelectionRecord allowedRows(DataAccessApplication application) {
    Selection asked = applications.selection(application.selection()).content();
    Set<String> left = Narrowing.fields(guard.allowedFields(application.version()));
    SelectionRecord rows = new SelectionRecord(Ids.next(), asked.withFields(left));
    applications.add(rows);
    return rows;
  }

  /** Approves where the approvals cover the new version; otherwise its controllers decide again. */
  public void afterAcceptance(DataAccessApplication application) {
    applications.flush();
    List<SlotState> slots = guard.slots(application.version());
    slots.forEach(slot -> queries.openSlot(application.version(), slot.controllershipId()));
    List<UUID> open =
        slots.stream()
            .filter(slot -> !slot.satisfied())
            .map(SlotState::controllershipId)
            .distinct()
            .toList();
    if (open.isEmpty()) {
      application.move(ApplicationMove.APPROVE, null, now());
      applications.flush();
      record(
          application,
          "narrowed-accepted",
          new ApplicationApproved(application.id(), application.version()));
    } else {
      record(
          application,
          "narrowed-accepted",
          new ApplicationAccepted(application.id(), application.version(), open));
    }
  }
}
