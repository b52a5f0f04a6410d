package org.didaccess.agreement.application;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import org.didaccess.agreement.AgreementActivated;
import org.didaccess.agreement.AgreementClosed;
import org.didaccess.agreement.AgreementEnded;
import org.didaccess.agreement.AgreementResumed;
import org.didaccess.agreement.AgreementRevoked;
import org.didaccess.agreement.AgreementSigned;
import org.didaccess.agreement.AgreementSummary;
import org.didaccess.agreement.AgreementSuspended;
import org.didaccess.agreement.AgreementUseCases;
import org.didaccess.agreement.AgreementView;
import org.didaccess.agreement.DraftAgreement;
import org.didaccess.agreement.ResumeAgreement;
import org.didaccess.agreement.SignAgreement;
import org.didaccess.agreement.StopAgreement;
import org.didaccess.agreement.domain.AgreementMove;
import org.didaccess.agreement.domain.AgreementParty;
import org.didaccess.agreement.domain.AgreementRepository;
import org.didaccess.agreement.domain.AgreementRights;
import org.didaccess.agreement.domain.DataSharingAgreement;
import org.didaccess.agreement.infrastructure.AgreementGateway;
import org.didaccess.agreement.infrastructure.AgreementList;
import org.didaccess.identity.Authorisation;
import org.didaccess.identity.CurrentPerson;
import org.didaccess.identity.Roles;
import org.didaccess.shared.Checks;
import org.didaccess.shared.DomainEvents;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;
import org.didaccess.shared.Payload;

/** Agreements: the guard records each act in its ledger, the aggregate follows. */
@Stateless
@RolesAllowed(Roles.ANYBODY_SIGNED_IN)
public class AgreementService implements AgreementUseCases {

  private static final String OPENING_NEEDS =
      "An officer lets a suspended agreement go on. Ask one.";
  private static final String STOPPING_NEEDS =
      "An officer or the chair of a controller stops an agreement that is in force. Ask one.";
  private static final String ENDING_NEEDS =
      "An officer or the applicant ends an agreement that has not ended. Ask one.";
  private static final String DESTRUCTION_NEEDS =
      "An officer records the destruction after the agreement has ended. End it first.";
  private static final String SIGNING_NEEDS =
      "A signatory of the party signs, once, and for one party only.";
  private static final int LONGEST_REASON = 2000;

  private final AgreementRepository agreements;
  private final AgreementGateway guard;
  private final AgreementList list;
  private final AgreementViews views;
  private final AgreementDrafting drafting;
  private final Authorisation authorisation;
  private final CurrentPerson caller;
  private final DomainEvents events;
  private final Clock clock;

  /** For the container's proxy. */
  protected AgreementService() {
    this(null, null, null, null, null, null, null, null, null);
  }

  /** With everything it needs. */
  @Inject
  public AgreementService(
      AgreementRepository agreements,
      AgreementGateway guard,
      AgreementList list,
      AgreementViews views,
      AgreementDrafting drafting,
      Authorisation authorisation,
      CurrentPerson caller,
      DomainEvents events,
      Clock clock) {
    this.agreements = agreements;
    this.guard = guard;
    this.list = list;
    this.views = views;
    this.drafting = drafting;
    this.authorisation = authorisation;
    this.caller = caller;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @RolesAllowed(Roles.OFFICER)
  public UUID draft(DraftAgreement command) {
    return drafting.draft(command);
  }

  @Override
  public Page<AgreementSummary> agreements(PageRequest page) {
    return list.visible(page, caller.id(), seesEverything());
  }

  @Override
  public AgreementView agreement(UUID id) {
    return views.view(visible(id, agreements.find(id).orElse(null)));
  }

  @Override
  public String text(UUID id) {
    return visible(id, agreements.find(id).orElse(null)).text();
  }

  @Override
  @RolesAllowed(Roles.SIGNATORY)
  public void sign(SignAgreement command) {
    new Checks()
        .present("organisation", command.organisation(), "Choose the party that you sign for.")
        .present("textSha256", command.textSha256(), "Give the SHA-256 of the text you read.")
        .done();
    DataSharingAgreement agreement = locked(command.agreement());
    AgreementRights rights = views.rights(agreement);
    AgreementRights.demand(
        rights.parties().stream()
            .filter(party -> party.organisation().equals(command.organisation()))
            .anyMatch(rights::maySign),
        SIGNING_NEEDS);
    String payload =
        new Payload()
            .with("agreement", agreement.id())
            .with("organisation", command.organisation())
            .with("text_sha256", command.textSha256())
            .text();
    guard.sign(authorisation.ticket("sign", payload, command.confirmation()), payload);
    events.fire(new AgreementSigned(agreement.id(), command.organisation()));
    if (guard.parties(agreement.id()).stream().allMatch(AgreementParty::signed)) {
      agreement.move(AgreementMove.ACTIVATE, clock.instant());
      events.fire(new AgreementActivated(agreement.id(), agreement.startsOn(), agreement.endsOn()));
    }
  }

  @Override
  public void suspend(StopAgreement command) {
    DataSharingAgreement agreement = locked(command.agreement());
    AgreementRights.demand(views.rights(agreement).maySuspend(), STOPPING_NEEDS);
    stop(agreement, command, AgreementMove.SUSPEND, guard::suspend, AgreementSuspended::new);
  }

  @Override
  @RolesAllowed(Roles.OFFICER)
  public void resume(ResumeAgreement command) {
    demandReason(command.reason());
    DataSharingAgreement agreement = locked(command.agreement());
    AgreementRights.demand(views.rights(agreement).mayResume(), OPENING_NEEDS);
    String payload =
        new Payload()
            .with("agreement", agreement.id())
            .with("reason", command.reason().strip())
            .text();
    guard.resume(authorisation.ticket("resume", payload, command.confirmation()), payload);
    agreement.move(AgreementMove.RESUME, clock.instant());
    events.fire(new AgreementResumed(agreement.id()));
  }

  @Override
  public void revoke(StopAgreement command) {
    DataSharingAgreement agreement = locked(command.agreement());
    AgreementRights.demand(views.rights(agreement).mayRevoke(), STOPPING_NEEDS);
    stop(agreement, command, AgreementMove.REVOKE, guard::revoke, AgreementRevoked::new);
  }

  @Override
  public void end(StopAgreement command) {
    DataSharingAgreement agreement = locked(command.agreement());
    AgreementRights.demand(views.rights(agreement).mayEnd(), ENDING_NEEDS);
    stop(agreement, command, AgreementMove.END, guard::end, AgreementEnded::new);
  }

  @Override
  @RolesAllowed(Roles.OFFICER)
  public void recordDestruction(StopAgreement command) {
    DataSharingAgreement agreement = locked(command.agreement());
    AgreementRights.demand(views.rights(agreement).mayRecordDestruction(), DESTRUCTION_NEEDS);
    stop(agreement, command, AgreementMove.CLOSE, guard::recordDestruction, AgreementClosed::new);
  }

  /** A function of the guard that closes something. */
  @FunctionalInterface
  private interface Closing {
    void close(UUID agreement, UUID actor, String reason);
  }

  private void stop(
      DataSharingAgreement agreement,
      StopAgreement command,
      AgreementMove move,
      Closing closing,
      Function<UUID, Object> event) {
    demandReason(command.reason());
    closing.close(agreement.id(), caller.id(), command.reason().strip());
    agreement.move(move, clock.instant());
    events.fire(event.apply(agreement.id()));
  }

  private static void demandReason(String reason) {
    new Checks()
        .text("reason", reason, LONGEST_REASON, "Give a reason of at most 2,000 characters.")
        .done();
  }

  private DataSharingAgreement locked(UUID id) {
    return visible(id, agreements.findLocked(id).orElse(null));
  }

  private DataSharingAgreement visible(UUID id, DataSharingAgreement agreement) {
    if (agreement == null || !list.isVisible(id, caller.id(), seesEverything())) {
      throw new NotFound("agreement");
    }
    return agreement;
  }

  private boolean seesEverything() {
    return caller.has(Roles.OFFICER) || caller.has(Roles.AUDITOR) || caller.has(Roles.DATA_MANAGER);
  }
}
