package org.didaccess.release.application;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.didaccess.pseudonym.KeyWrapping;
import org.didaccess.release.ExtractFailed;
import org.didaccess.release.ExtractOrdered;
import org.didaccess.release.RefreshContent;
import org.didaccess.release.domain.Extract;
import org.didaccess.release.domain.ExtractRepository;
import org.didaccess.release.domain.ReleaseFolders;
import org.didaccess.release.domain.ReleaseGuard;
import org.didaccess.release.domain.RunPurposes;
import org.didaccess.release.domain.StandingOrder;
import org.didaccess.release.domain.StandingOrders;
import org.didaccess.release.domain.StoredRefresh;
import org.didaccess.shared.Ids;

/**
 * Orders the refreshes that are due, each in a transaction of its own. Called by the rounds alone,
 * never for a person: what a person decided is the standing order.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RefreshOrdering {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @Inject private StandingOrders orders;
  @Inject private ExtractRepository extracts;
  @Inject private ReleaseGuard guard;
  @Inject private ReleaseFolders folders;
  @Inject private FetchedChain fetched;
  @Inject private KeyWrapping wrapping;
  @Inject private Event<ExtractOrdered> ordered;
  @Inject private Clock clock;

  /** Orders this month's refresh where it is due and none before it is still open. */
  public void orderIfDue(UUID standingOrder) {
    orders
        .lock(standingOrder)
        .filter(order -> order.isDueOn(today()))
        .filter(order -> !orders.hasOpenRefresh(order.id()))
        .ifPresent(this::order);
  }

  /** Keeps what stood in the way; it is tried again tomorrow. */
  public void refused(UUID standingOrder, String why) {
    orders.lock(standingOrder).ifPresent(order -> order.refused(why, today()));
  }

  /**
   * A refresh that failed is given up, so that another can be ordered, and tried again tomorrow.
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void failed(@Observes ExtractFailed event) {
    extracts
        .find(event.extract())
        .ifPresent(extract -> extract.refresh().ifPresent(refresh -> giveUp(extract, refresh)));
  }

  private void giveUp(Extract extract, StoredRefresh refresh) {
    guard.recall(extract.id(), null, extract.reason());
    orders
        .lock(refresh.standingOrder())
        .ifPresent(order -> order.refused(extract.reason(), today()));
  }

  /**
   * What the recipient holds is known only while the files of the refresh before tell it, and held
   * only where they were fetched.
   */
  private void order(StandingOrder order) {
    order.demandUsableKey(clock.instant());
    Optional<UUID> base =
        guard
            .baseOfRefresh(order.id())
            .filter(run -> folders.holding(run).isKept())
            .filter(fetched::isWhole);
    RefreshContent content = base.isPresent() ? order.content() : RefreshContent.FULL;
    UUID run = Ids.next();
    RunToken token = RunToken.random();
    guard.orderRefresh(ReleasePayloads.orderRefresh(run, order.id(), content, base, token));
    byte[] wrapped =
        wrapping.wrap(token.text().getBytes(StandardCharsets.US_ASCII), RunPurposes.token(run));
    extracts.add(Extract.refresh(run, order, content, base.orElse(null), wrapped, clock.instant()));
    order.served();
    ordered.fire(new ExtractOrdered(run, order.agreementId()));
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(LONDON));
  }
}
