package org.didaccess.workflow.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.didaccess.workflow.process.Steps.Release.AWAIT_PREPARATION;
import static org.didaccess.workflow.process.Steps.Release.CANCELLED;
import static org.didaccess.workflow.process.Steps.Release.CHECK;
import static org.didaccess.workflow.process.Steps.Release.FAILED;
import static org.didaccess.workflow.process.Steps.Release.OFFERED;
import static org.didaccess.workflow.process.Steps.Release.OFFERED_UNTIL;
import static org.didaccess.workflow.process.Steps.Release.PREPARE;
import static org.didaccess.workflow.process.Steps.Release.PREPARED;
import static org.didaccess.workflow.process.Steps.Release.PROCESS;
import static org.didaccess.workflow.process.Steps.Release.PUBLISH;
import static org.didaccess.workflow.process.Steps.Release.RECALLED;

import java.time.Duration;
import java.util.UUID;
import org.didaccess.shared.process.Notice;
import org.didaccess.workflow.process.Facts;
import org.didaccess.workflow.process.ProcessWorld;
import org.junit.jupiter.api.Test;

class ExtractReleaseProcessTest {
  private final ProcessWorld world = new ProcessWorld();
  private final UUID run = UUID.randomUUID();

  @Test
  void preparation_begins_only_after_the_order_is_committed() {
    order();
    assertThat(world.waitsAt(run)).containsExactly(PREPARE);
    assertThat(world.domain().acts()).isEmpty();
    world.runDue(run);
    assertThat(world.domain().acts()).containsExactly("prepare");
    assertThat(world.waitsAt(run)).containsExactly(AWAIT_PREPARATION);
  }

  @Test
  void a_prepared_extract_is_checked_and_then_published() {
    prepared();
    assertThat(world.waitsAt(run)).containsExactly(CHECK);
    check();
    assertThat(world.waitsAt(run)).containsExactly(PUBLISH);
    publish();
    assertThat(world.waitsAt(run)).containsExactly(OFFERED);
  }

  @Test
  void an_offer_ends_with_its_download_period() {
    prepared();
    check();
    publish();
    world.pass(Duration.ofDays(31), run);
    assertThat(world.endedAt(run)).containsExactly("release-finished");
  }

  @Test
  void a_published_extract_can_be_recalled() {
    prepared();
    check();
    publish();
    assertThat(deliver(RECALLED)).isTrue();
    assertThat(world.endedAt(run)).containsExactly("closed-as-recalled");
  }

  @Test
  void an_extract_that_is_not_published_cannot_be_recalled() {
    prepared();
    assertThat(deliver(RECALLED)).isFalse();
    assertThat(world.waitsAt(run)).containsExactly(CHECK);
  }

  @Test
  void a_release_can_be_cancelled_while_it_waits() {
    prepared();
    assertThat(deliver(CANCELLED)).isTrue();
    assertThat(world.endedAt(run)).containsExactly("closed-as-cancelled");
  }

  @Test
  void a_failed_preparation_closes_the_process() {
    order();
    world.runDue(run);
    assertThat(deliver(FAILED)).isTrue();
    assertThat(world.endedAt(run)).containsExactly("closed-as-failed");
  }

  @Test
  void waiting_steps_are_reminded_of() {
    order();
    world.runDue(run);
    world.pass(Duration.ofDays(2), run);
    deliver(PREPARED);
    world.pass(Duration.ofDays(4), run);
    check();
    world.pass(Duration.ofDays(4), run);
    assertThat(world.domain().notices())
        .containsExactly(Notice.PREPARATION_SLOW, Notice.CHECK_WAITS, Notice.PUBLICATION_WAITS);
  }

  private void order() {
    world.processes().start(PROCESS, run, Facts.none());
  }

  private void prepared() {
    order();
    world.runDue(run);
    assertThat(deliver(PREPARED)).isTrue();
  }

  private void check() {
    assertThat(world.processes().complete(PROCESS, run, CHECK, Facts.none())).isTrue();
  }

  private void publish() {
    Facts offer = Facts.none().with(OFFERED_UNTIL, world.now().plus(Duration.ofDays(30)));
    assertThat(world.processes().complete(PROCESS, run, PUBLISH, offer)).isTrue();
  }

  private boolean deliver(String message) {
    return world.processes().deliver(message, PROCESS, run, Facts.none());
  }
}
