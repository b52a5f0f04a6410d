package org.didaccess.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.didaccess.harness.Deadline;
import org.didaccess.harness.RunningProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release waits while it is paused, and comes to its end afterwards. */
class PausedReleaseIT {

  /** Longer than the engine takes to notice a release that it may prepare. */
  private static final long ENGINE_LOOKS_WITHIN_S = 6;

  @TempDir private Path folder;

  @Test
  void nothing_is_written_while_it_is_paused() throws InterruptedException {
    PausedRelease paused = PausedRelease.made(RunningProduct.shared(), folder);
    ReleaseDesk desk = paused.desk();
    int finished = desk.monthsFinished(paused.id());

    TimeUnit.SECONDS.sleep(ENGINE_LOOKS_WITHIN_S);

    assertThat(desk.status(paused.id())).isEqualTo("PAUSED");
    assertThat(desk.monthsFinished(paused.id())).isEqualTo(finished);
    assertThat(desk.pause(paused.id())).as("a second pause").isFalse();
    paused.mustComeToItsEnd();
    assertThat(desk.pause(paused.id())).as("a pause of what is prepared").isFalse();
    desk.giveUp(paused.id());
  }

  @Test
  void it_ends_with_its_agreement_and_leaves_no_months_behind() {
    RunningProduct product = RunningProduct.shared();
    PausedRelease paused = PausedRelease.made(product, folder);

    paused.desk().officer("revocation");

    Deadline.within(60, "it failed", () -> "FAILED".equals(paused.desk().status(paused.id())));
    Path files = product.home().folder().resolve("releases").resolve(paused.id());
    Deadline.within(60, "nothing is left", () -> !Files.exists(files));
  }
}
