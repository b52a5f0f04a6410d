package org.didaccess.release;

import java.util.List;
import java.util.UUID;
import org.didaccess.shared.GuardRefused;
import org.didaccess.shared.NotFound;

/** Refreshes every month: ordered once, prepared by themselves, released by two people. */
public interface RefreshUseCases {

  /**
   * Orders refreshes (data manager).
   *
   * @return the standing order's id
   * @throws GuardRefused where the agreement does not allow it now
   */
  UUID order(OrderRefreshes command);

  /** The standing orders of an agreement, the newest first; for who may see its extracts. */
  List<StandingOrderView> ofAgreement(UUID agreement);

  /**
   * Ends a standing order (data manager, officer); what it brought about stays.
   *
   * @throws NotFound where there is none of that id
   */
  void end(EndRefreshes command);
}
