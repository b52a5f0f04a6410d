package org.didaccess.release.domain;

import java.util.UUID;
import org.didaccess.release.engine.ReleasePlan;

/** What the guard lets a run read. */
public interface RunPlans {

  /**
   * The approved columns and the months of a run that was ordered and committed.
   *
   * @param runToken the run's secret
   */
  ReleasePlan plan(UUID run, String runToken);
}
