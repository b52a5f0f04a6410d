package org.didaccess.launcher.demo;

import org.didaccess.harness.Deadline;
import org.didaccess.harness.RunningProduct;

/**
 * A workspace that was paused before it was filled.
 *
 * @param desk where it was ordered
 * @param id the workspace
 */
public record PausedWorkspace(WorkspaceDesk desk, String id) {

  private static final long THERE_WITHIN_S = 60;

  /** Orders until one is paused before it was filled. */
  public static PausedWorkspace made(RunningProduct product) {
    WorkspaceDesk desk = WorkspaceDesk.over(Months.few(product), product);
    return new PausedWorkspace(desk, desk.orderPaused());
  }

  /** It comes into that state by itself. */
  void mustBecome(String status) {
    Deadline.within(THERE_WITHIN_S, "it is " + status, () -> status.equals(desk.status(id)));
  }
}
