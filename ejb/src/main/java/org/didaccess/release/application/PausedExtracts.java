package org.didaccess.release.application;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.didaccess.agreement.AgreementEnded;
import org.didaccess.agreement.AgreementRevoked;
import org.didaccess.release.domain.ExtractRepository;

/**
 * Lets paused extracts go on when their agreement is over: the guard then refuses them, and they
 * fail for that reason with all that was written, as those that were not paused.
 */
@Dependent
public class PausedExtracts {

  @Inject private ExtractRepository extracts;
  @Inject private Clock clock;

  void onEnded(@Observes AgreementEnded event) {
    letGoOn(event.agreement());
  }

  void onRevoked(@Observes AgreementRevoked event) {
    letGoOn(event.agreement());
  }

  private void letGoOn(UUID agreement) {
    for (UUID paused : extracts.pausedUnder(agreement)) {
      extracts.lock(paused).orElseThrow().resume(clock.instant());
    }
  }
}
