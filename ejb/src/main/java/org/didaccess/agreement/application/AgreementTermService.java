package org.didaccess.agreement.application;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.didaccess.agreement.AgreementEnded;
import org.didaccess.agreement.AgreementTerm;
import org.didaccess.agreement.domain.AgreementMove;
import org.didaccess.agreement.domain.AgreementRepository;
import org.didaccess.agreement.domain.DataSharingAgreement;
import org.didaccess.agreement.infrastructure.AgreementGateway;
import org.didaccess.shared.DomainEvents;

/**
 * Ends agreements when their last day has passed. Open to the process engine, which has no person;
 * it closes, and closing needs nobody's confirmation.
 */
@Stateless
@PermitAll
public class AgreementTermService implements AgreementTerm {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final AgreementRepository agreements;
  private final AgreementGateway guard;
  private final DomainEvents events;
  private final Clock clock;

  /** For the container's proxy. */
  protected AgreementTermService() {
    this(null, null, null, null);
  }

  /** With everything it needs. */
  @Inject
  public AgreementTermService(
      AgreementRepository agreements, AgreementGateway guard, DomainEvents events, Clock clock) {
    this.agreements = agreements;
    this.guard = guard;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public void endIfOver(UUID id) {
    agreements.findLocked(id).filter(this::isDue).ifPresent(this::end);
  }

  private boolean isDue(DataSharingAgreement agreement) {
    return agreement.isOver(LocalDate.now(clock.withZone(LONDON)))
        && agreement.may(AgreementMove.END);
  }

  private void end(DataSharingAgreement agreement) {
    guard.end(agreement.id(), null, "The last day of the term has passed.");
    agreement.move(AgreementMove.END, clock.instant());
    events.fire(new AgreementEnded(agreement.id()));
  }
}
