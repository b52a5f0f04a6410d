package org.didaccess.source.application;

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
import org.didaccess.shared.Rounds;

/**
 * Looks for months to pack: those that a load, a withdrawal or a list of objections changed. Every
 * server does; while one packs a month the others leave it.
 */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PackingRounds {

  private static final Duration BEAT = Duration.ofSeconds(30);

  @Resource private ManagedScheduledExecutorService timer;
  @Inject private MonthPacking packing;

  private Rounds rounds;
  private volatile boolean stopped;

  @PostConstruct
  void begin() {
    rounds = new Rounds(timer);
    rounds.every(BEAT, "Packing months of the source", this::packAll);
  }

  /** Packs no further month. */
  @PreDestroy
  void stop() {
    stopped = true;
    rounds.end();
  }

  private void packAll() {
    boolean more = true;
    while (more && !stopped) {
      more = packing.packNext();
    }
  }
}
