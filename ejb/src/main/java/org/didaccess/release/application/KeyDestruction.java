package org.didaccess.release.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.didaccess.agreement.AgreementClosed;
import org.didaccess.pseudonym.AgreementKeys;
import org.didaccess.pseudonym.Destruction;
import org.didaccess.release.domain.ReleaseLedger;

/**
 * Destroys a key when its agreement's data are certified as destroyed: after the commit, because a
 * key cannot be brought back by a rollback. What a server that was killed in between left is
 * destroyed by the next look.
 */
@ApplicationScoped
public class KeyDestruction {

  private AgreementKeys keys;
  private ReleaseLedger ledger;
  private Clock clock;

  /** For the container's proxy. */
  protected KeyDestruction() {}

  /** With the key store, what is known of agreements, and the clock. */
  @Inject
  public KeyDestruction(AgreementKeys keys, ReleaseLedger ledger, Clock clock) {
    this.keys = keys;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** The agreement was closed for good. */
  public void onClosed(@Observes(during = TransactionPhase.AFTER_SUCCESS) AgreementClosed closed) {
    destroy(closed.agreement());
  }

  /** Destroys every key that is still there of an agreement that was closed for good. */
  public void catchUp() {
    Set<UUID> held = keys.held();
    if (!held.isEmpty()) {
      ledger.destroyedAmong(held).forEach(this::destroy);
    }
  }

  private void destroy(UUID agreement) {
    keys.destroy(new Destruction(agreement, clock.instant(), "agreement closed: data destroyed"));
  }
}
