package org.didaccess.release.application;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.didaccess.release.domain.Extract;
import org.didaccess.release.domain.ExtractRepository;
import org.didaccess.release.domain.StoredRefresh;

/**
 * Whether a recipient has what changes would follow on. A package that was offered and that nobody
 * fetched is with nobody, however it was published.
 */
@Dependent
public class FetchedChain {

  private final ExtractRepository extracts;

  /** Over all extracts. */
  @Inject
  public FetchedChain(ExtractRepository extracts) {
    this.extracts = extracts;
  }

  /** Whether it was fetched, and all that it follows on back to the last full one. */
  boolean isWhole(UUID refresh) {
    Optional<UUID> next = Optional.of(refresh);
    while (next.isPresent()) {
      Optional<Extract> extract = extracts.find(next.get()).filter(Extract::wasFetched);
      if (extract.isEmpty()) {
        return false;
      }
      next =
          extract
              .filter(Extract::isOfChanges)
              .flatMap(Extract::refresh)
              .flatMap(StoredRefresh::base);
    }
    return true;
  }
}
