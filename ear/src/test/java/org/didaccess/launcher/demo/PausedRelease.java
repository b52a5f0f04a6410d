package org.didaccess.launcher.demo;

import java.nio.file.Path;
import org.didaccess.harness.Deadline;
import org.didaccess.harness.RunningProduct;

/**
 * A release that was paused before its months were written.
 *
 * @param desk where it was ordered
 * @param id the release
 */
public record PausedRelease(ReleaseDesk desk, String id) {

  private static final long PREPARED_WITHIN_S = 60;

  /** Orders until one is paused before the engine was done with it. */
  public static PausedRelease made(RunningProduct product, Path folder) {
    ReleaseDesk desk = ReleaseDesk.over(Months.few(product), product, folder);
    return new PausedRelease(desk, desk.orderPaused());
  }

  /** It goes on, and comes to its end. */
  void mustComeToItsEnd() {
    desk.resume(id);
    Deadline.within(PREPARED_WITHIN_S, "it is prepared", () -> "PREPARED".equals(desk.status(id)));
  }
}
