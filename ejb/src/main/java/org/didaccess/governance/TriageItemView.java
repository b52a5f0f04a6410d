package org.didaccess.governance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.didaccess.shared.TurnView;

/**
 * An application that waits for triage.
 *
 * @param applicationId the application
 * @param versionId the version submitted
 * @param reference the application's reference
 * @param title its short name
 * @param organisation the applicant's organisation
 * @param submittedAt when it was submitted
 * @param expectedVersion the version to expect in the command
 * @param blockedSlots slots that nobody can decide yet, in words; empty where there are none
 * @param turn whose turn it is
 */
public record TriageItemView(
    UUID applicationId,
    UUID versionId,
    String reference,
    String title,
    String organisation,
    Instant submittedAt,
    long expectedVersion,
    List<String> blockedSlots,
    TurnView turn) {

  /** Keeps its own copy of the slots. */
  public TriageItemView {
    blockedSlots = List.copyOf(blockedSlots);
  }
}
