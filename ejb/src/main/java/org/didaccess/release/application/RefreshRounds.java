package org.didaccess.release.application;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.didaccess.release.domain.ReleaseGuard;
import org.didaccess.shared.DomainException;
import org.didaccess.shared.Rounds;

/**
 * Looks for refreshes that are due. Every server does: of two that order the same one, the guard
 * refuses the second.
 */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RefreshRounds {

  private static final Duration BEAT = Duration.ofSeconds(10);

  @Resource private ManagedScheduledExecutorService timer;
  @Inject private ReleaseGuard guard;
  @Inject private RefreshOrdering ordering;

  private Rounds rounds;

  @PostConstruct
  void begin() {
    rounds = new Rounds(timer);
    rounds.every(BEAT, "Looking for refreshes that are due", this::look);
  }

  @PreDestroy
  void stop() {
    rounds.end();
  }

  private void look() {
    guard.openStandingOrders().forEach(this::order);
  }

  private void order(UUID standingOrder) {
    try {
      ordering.orderIfDue(standingOrder);
    } catch (DomainException refused) {
      ordering.refused(standingOrder, refused.getMessage());
    }
  }
}
