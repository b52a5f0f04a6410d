package org.didaccess.release.application;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.didaccess.identity.Authorisation;
import org.didaccess.identity.CurrentPerson;
import org.didaccess.identity.Directory;
import org.didaccess.identity.Roles;
import org.didaccess.release.EndRefreshes;
import org.didaccess.release.ExtractReference;
import org.didaccess.release.OrderRefreshes;
import org.didaccess.release.RefreshUseCases;
import org.didaccess.release.StandingOrderView;
import org.didaccess.release.domain.ReleaseGuard;
import org.didaccess.release.domain.ReleaseLedger;
import org.didaccess.release.domain.StandingOrder;
import org.didaccess.release.domain.StandingOrders;
import org.didaccess.release.domain.TwoPersonPolicy;
import org.didaccess.shared.Checks;
import org.didaccess.shared.Ids;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.RecipientKeys;

/** Orders for refreshes every month. */
@Stateless
@RolesAllowed(Roles.DATA_MANAGER)
public class RefreshService implements RefreshUseCases {

  private static final int LAST_DAY = 28;
  private static final int LONGEST_REASON = 2000;

  @Inject private CurrentPerson caller;
  @Inject private Authorisation authorisation;
  @Inject private StandingOrders orders;
  @Inject private ReleaseGuard guard;
  @Inject private ReleaseLedger ledger;
  @Inject private ExtractVisibility visibility;
  @Inject private Directory directory;
  @Inject private Clock clock;

  @Override
  public UUID order(OrderRefreshes command) {
    String keyFault = RecipientKeys.faultOf(command.recipientKey(), clock.instant()).orElse(null);
    new Checks()
        .present("agreement", command.agreement(), "Choose the agreement.")
        .present("requestedBy", command.requestedBy(), "Say who asked for refreshes.")
        .present(
            "recipientOrganisation",
            command.recipientOrganisation(),
            "Choose the organisation that receives them.")
        .that(
            command.dayOfMonth() >= 1 && command.dayOfMonth() <= LAST_DAY,
            "dayOfMonth",
            "Give a day from 1 to 28, so that every month has it.")
        .that(keyFault == null, "recipientKey", keyFault)
        .done();
    TwoPersonPolicy.checkOrder(command.requestedBy(), caller.id());
    UUID id = Ids.next();
    String payload = ReleasePayloads.orderRefreshes(id, command);
    UUID ticket = authorisation.ticket("order_refreshes", payload, command.confirmation());
    guard.orderRefreshes(ticket, payload);
    orders.add(new StandingOrder(id, command, caller.id(), clock.instant()));
    return id;
  }

  @Override
  @RolesAllowed(Roles.ANYBODY_SIGNED_IN)
  public List<StandingOrderView> ofAgreement(UUID agreement) {
    return orders.ofAgreement(agreement).stream().filter(this::sees).map(this::view).toList();
  }

  private boolean sees(StandingOrder order) {
    return visibility.seesAll()
        || visibility.receives(order.agreementId(), order.recipientId(), caller.id());
  }

  @Override
  @RolesAllowed({Roles.DATA_MANAGER, Roles.OFFICER})
  public void end(EndRefreshes command) {
    new Checks()
        .text(
            "reason",
            command.reason(),
            LONGEST_REASON,
            "Give a reason in at most 2,000 characters: it is shown to everybody concerned.")
        .done();
    StandingOrder order =
        orders.lock(command.standingOrder()).orElseThrow(() -> new NotFound("standing order"));
    order.end(command.reason().strip(), clock.instant());
    guard.endRefreshes(order.id(), caller.id(), command.reason().strip());
  }

  private StandingOrderView view(StandingOrder order) {
    UUID latest = orders.latestRefresh(order.id()).orElse(null);
    return new StandingOrderView(
        order.id(),
        order.agreementId(),
        ledger.organisationName(order.recipientId()),
        order.content(),
        order.content().label(),
        order.format(),
        order.dayOfMonth(),
        directory.person(order.orderedBy()).name(),
        order.orderedAt(),
        order.endedAt().orElse(null),
        order.endReason(),
        latest,
        latest == null ? null : ExtractReference.of(latest),
        order.refusal(),
        order.endedAt().isEmpty() && (caller.has(Roles.DATA_MANAGER) || caller.has(Roles.OFFICER)));
  }
}
