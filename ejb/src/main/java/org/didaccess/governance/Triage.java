package org.didaccess.governance;

import java.util.UUID;

/**
 * An officer's triage.
 *
 * @param application the application
 * @param expectedVersion the version that the officer last saw
 * @param outcome accept or return
 * @param reason why; required for a return
 */
public record Triage(UUID application, long expectedVersion, Outcome outcome, String reason) {

  /** What triage can do. */
  public enum Outcome {
    /** On to the controllers' panels. */
    ACCEPT,
    /** Back to the applicant, with questions. */
    RETURN
  }
}
