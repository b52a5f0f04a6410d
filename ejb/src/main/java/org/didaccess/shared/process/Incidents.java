package org.didaccess.shared.process;

import org.didaccess.shared.NotFound;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;

/** What an administrator sees of failed steps. */
public interface Incidents {

  /** The open incidents, the oldest first. */
  Page<IncidentView> open(PageRequest page);

  /**
   * Tries the failed step again.
   *
   * @throws NotFound where the incident is no longer open
   */
  void retry(String incidentId);
}
