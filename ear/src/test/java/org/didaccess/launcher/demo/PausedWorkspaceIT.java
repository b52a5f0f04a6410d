package org.didaccess.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.didaccess.harness.Deadline;
import org.didaccess.harness.RunningProduct;
import org.junit.jupiter.api.Test;

/** A workspace waits while it is paused, shows nothing, and is filled to its end afterwards. */
class PausedWorkspaceIT {

  /** Longer than the provisioner takes to notice a workspace that it may fill. */
  private static final long PROVISIONER_LOOKS_WITHIN_S = 6;

  private static final long DROPPED_WITHIN_S = 60;

  private final RunningProduct product = RunningProduct.shared();

  @Test
  void nothing_is_filled_or_shown_while_it_is_paused() throws Exception {
    PausedWorkspace paused = PausedWorkspace.made(product);
    WorkspaceDesk desk = paused.desk();
    int finished = desk.monthsFinished(paused.id());

    TimeUnit.SECONDS.sleep(PROVISIONER_LOOKS_WITHIN_S);

    assertThat(desk.status(paused.id())).isEqualTo("PAUSED");
    assertThat(desk.monthsFinished(paused.id())).isEqualTo(finished);
    assertThat(desk.refusesLogin(paused.id())).isTrue();
    assertThat(desk.pause(paused.id())).as("a second pause").isFalse();

    desk.resume(paused.id());
    paused.mustBecome("ACTIVE");
    assertThat(desk.monthsFinished(paused.id())).isEqualTo(4);
    assertThat(desk.rowsCounted(paused.id())).isPositive().isEqualTo(desk.rowsTold(paused.id()));
    assertThat(desk.pause(paused.id())).as("a pause of what is open").isFalse();
    desk.giveUp(paused.id());
  }

  @Test
  void it_stays_paused_over_a_suspension_of_its_agreement() {
    PausedWorkspace paused = PausedWorkspace.made(product);
    WorkspaceDesk desk = paused.desk();

    desk.officer("suspension");
    assertThat(desk.status(paused.id())).isEqualTo("PAUSED");
    desk.resumeAgreement();
    assertThat(desk.status(paused.id())).isEqualTo("PAUSED");

    desk.resume(paused.id());
    paused.mustBecome("ACTIVE");
    desk.giveUp(paused.id());
  }

  @Test
  void it_ends_with_its_agreement_and_leaves_no_database_behind() {
    PausedWorkspace paused = PausedWorkspace.made(product);

    paused.desk().officer("revocation");

    assertThat(paused.desk().status(paused.id())).isEqualTo("CLOSED");
    Deadline.within(DROPPED_WITHIN_S, "nothing is left", () -> !paused.desk().isDatabaseThere());
  }

  @Test
  void it_can_be_closed() {
    PausedWorkspace paused = PausedWorkspace.made(product);

    paused.desk().giveUp(paused.id());

    assertThat(paused.desk().status(paused.id())).isEqualTo("CLOSED");
    Deadline.within(DROPPED_WITHIN_S, "nothing is left", () -> !paused.desk().isDatabaseThere());
  }
}
