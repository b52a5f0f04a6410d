package org.didaccess.application;

import java.util.List;
import java.util.UUID;

/**
 * Triage passed the application to the controllers' panels.
 *
 * @param application the application
 * @param version the version under review
 * @param controllerships the slots that must be decided
 */
public record ApplicationAccepted(UUID application, UUID version, List<UUID> controllerships) {

  /** Keeps its own copy of the slots. */
  public ApplicationAccepted {
    controllerships = List.copyOf(controllerships);
  }
}
