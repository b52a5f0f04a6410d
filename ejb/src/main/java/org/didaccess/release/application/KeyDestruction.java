package org.didaccess.release.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import org.didaccess.agreement.AgreementClosed;
import org.didaccess.pseudonym.AgreementKeys;
import org.didaccess.pseudonym.Destruction;

/**
 * Destroys a key when its agreement's data are certified as destroyed: after the commit, because a
 * key cannot be brought back by a rollback.
 */
@ApplicationScoped
public class KeyDestruction {

  private AgreementKeys keys;
  private Clock clock;

  /** For the container's proxy. */
  protected KeyDestruction() {}

  /** With the key store and the clock. */
  @Inject
  public KeyDestruction(AgreementKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** The agreement was closed for good. */
  public void onClosed(@Observes(during = TransactionPhase.AFTER_SUCCESS) AgreementClosed closed) {
    keys.destroy(
        new Destruction(closed.agreement(), clock.instant(), "agreement closed: data destroyed"));
  }
}
