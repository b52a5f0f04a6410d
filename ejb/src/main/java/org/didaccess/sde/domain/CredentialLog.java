package org.didaccess.sde.domain;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** When credentials were last issued to whom; never what they were. */
public interface CredentialLog {

  /** Notes an issue. */
  void issued(UUID agreement, UUID person, Instant at);

  /** The last issue to each analyst of an agreement. */
  Map<UUID, Instant> of(UUID agreement);
}
