package org.didaccess.application;

import java.util.List;
import java.util.UUID;

/**
 * Saves which organisations receive the data and who works on the application.
 *
 * @param application the application
 * @param expectedVersion the version that the caller last saw
 * @param recipients organisations that receive the data
 * @param collaborators people who work on the application besides the applicant
 */
public record SaveRecipients(
    UUID application, long expectedVersion, List<UUID> recipients, List<UUID> collaborators) {

  /** Keeps its own copies of the lists. */
  public SaveRecipients {
    recipients = recipients == null ? List.of() : List.copyOf(recipients);
    collaborators = collaborators == null ? List.of() : List.copyOf(collaborators);
  }
}
