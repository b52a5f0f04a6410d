package org.didaccess.pseudonym;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * The record that an agreement's key was destroyed. Who ordered it stands in the agreement's
 * ledger.
 *
 * @param agreement whose key it was
 * @param at when, UTC
 * @param evidence what it rests on, such as the number of a destruction certificate
 */
public record Destruction(UUID agreement, Instant at, String evidence) {

  /** Every part is needed: a destruction without evidence proves nothing. */
  public Destruction {
    Objects.requireNonNull(agreement, "agreement");
    Objects.requireNonNull(at, "at");
    if (evidence == null || evidence.isBlank()) {
      throw new IllegalArgumentException("Say what the destruction rests on.");
    }
  }
}
