package org.didaccess.release.application;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.didaccess.agreement.AgreementClosed;
import org.didaccess.release.ExtractPublished;
import org.didaccess.release.domain.Extract;
import org.didaccess.release.domain.ExtractRepository;
import org.didaccess.release.domain.ReleaseFolders;
import org.didaccess.release.domain.StoredRefresh;

/**
 * Forgets what recipients hold: once they hold something later, and once the data of their
 * agreement are certified as destroyed. To lose it too early would only make the next refresh full.
 * With them go the rows that were kept for whoever checks what was never published.
 */
@Dependent
public class HoldingDestruction {

  @Inject private ExtractRepository extracts;
  @Inject private ReleaseFolders folders;

  /** They hold what this refresh left, in the place of what it followed on. */
  void onPublished(@Observes ExtractPublished published) {
    extracts
        .find(published.extract())
        .flatMap(Extract::refresh)
        .flatMap(StoredRefresh::base)
        .ifPresent(base -> RunFiles.remove(folders.holding(base).folder()));
  }

  /** The agreement was closed for good. */
  void onClosed(@Observes AgreementClosed closed) {
    extracts
        .refreshesOf(closed.agreement())
        .forEach(run -> RunFiles.remove(folders.holding(run).folder()));
    extracts.sampledUnder(closed.agreement()).forEach(Extract::forgetSample);
  }
}
