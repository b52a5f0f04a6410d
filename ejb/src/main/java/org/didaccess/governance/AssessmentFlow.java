package org.didaccess.governance;

import java.util.List;
import java.util.UUID;

/**
 * What the application process may ask about an assessment. It reads; it decides nothing. Called
 * inside the transaction of the act that moved the process.
 */
public interface AssessmentFlow {

  /**
   * The facts that choose the assessment route of the version last submitted.
   *
   * @throws org.didaccess.shared.NotFound where there is no such application
   */
  RouteFacts routeFacts(UUID applicationId);

  /** The controllerships of the version in review that still wait for a decision that counts. */
  List<UUID> openSlots(UUID applicationId);

  /** Whether all controllers together allowed less than was asked. */
  boolean allowedLess(UUID applicationId);
}
