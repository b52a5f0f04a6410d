package org.didaccess.release.domain;

import java.util.UUID;

/** For what the master key wraps what belongs to a run. */
public final class RunPurposes {

  private RunPurposes() {}

  /** The run's token. */
  public static String token(UUID run) {
    return "run-token/1/" + run;
  }

  /** The rows that the second person sees. */
  public static String sample(UUID run) {
    return "check-sample/1/" + run;
  }
}
