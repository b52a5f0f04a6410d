package org.didaccess.release.domain;

import java.util.UUID;

/** The guard's acts on releases: what opens needs a ticket, what closes does not. */
public interface ReleaseGuard {

  /** Records an order. */
  void order(UUID ticket, String payload);

  /** Records a publication, after every check anew. */
  void publish(UUID ticket, String payload);

  /** Records a recall. */
  void recall(UUID run, UUID actor, String reason);

  /** What the guard makes of an agreement now, such as {@code active} or {@code suspended}. */
  String agreementState(UUID agreement);

  /**
   * Whether data may leave under the agreement now: signed by all, within its dates, not stopped.
   */
  default boolean isInForce(UUID agreement) {
    return agreementState(agreement).equals("active");
  }
}
