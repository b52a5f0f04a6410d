package org.didaccess.release.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The guard's acts on releases: what opens needs a ticket, what closes does not. */
public interface ReleaseGuard {

  /** Records an order. */
  void order(UUID ticket, String payload);

  /** Records a standing order. */
  void orderRefreshes(UUID ticket, String payload);

  /** Records the end of a standing order. */
  void endRefreshes(UUID standingOrder, UUID actor, String reason);

  /** Standing orders whose refresh of this month is not ordered, under agreements in force. */
  List<UUID> openStandingOrders();

  /** The refresh that the recipient holds with all that it follows on. */
  Optional<UUID> baseOfRefresh(UUID standingOrder);

  /** Records the order of this month's refresh, which a standing order brings about. */
  void orderRefresh(String payload);

  /** Records that the first of two people checked a refresh. */
  void checkRefresh(UUID ticket, String payload);

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
