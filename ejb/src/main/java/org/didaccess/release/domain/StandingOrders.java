package org.didaccess.release.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where standing orders are kept. */
public interface StandingOrders {

  /** Keeps a new one. */
  void add(StandingOrder order);

  /** One, locked until the transaction ends. */
  Optional<StandingOrder> lock(UUID id);

  /** Those of an agreement, the newest first. */
  List<StandingOrder> ofAgreement(UUID agreement);

  /** The latest refresh that it brought about. */
  Optional<UUID> latestRefresh(UUID standingOrder);

  /** Whether a refresh by it was ordered and is neither published nor given up. */
  boolean hasOpenRefresh(UUID standingOrder);
}
