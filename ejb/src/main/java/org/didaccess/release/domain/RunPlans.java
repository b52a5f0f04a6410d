package org.didaccess.release.domain;

import java.util.Map;
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

  /**
   * Agreements whose tokens some columns have, by column of the opened view; none but in a bridge.
   */
  Map<String, BridgedAgreement> bridge(ReleasePlan plan);

  /** An agreement that a bridge joins to another. */
  record BridgedAgreement(UUID id, String reference) {}
}
