package org.didaccess.web.release;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.didaccess.release.CohortUseCases;
import org.didaccess.source.CohortReport;

/** Cohorts for the page of their agreement, asked for once a request. */
@Named
@RequestScoped
public class Cohorts {

  @Inject private CohortUseCases cohorts;

  private final Map<UUID, Optional<CohortReport>> known = new HashMap<>();

  /** The one of an agreement, or null. */
  public CohortReport of(UUID agreement) {
    return known.computeIfAbsent(agreement, cohorts::report).orElse(null);
  }

  /** A count in words: small ones are not told. */
  public String count(Long count) {
    return count == null ? "Fewer than 10" : "About " + count;
  }
}
