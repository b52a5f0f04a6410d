package org.didaccess.workflow.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.didaccess.workflow.process.Steps.Release.CHECK;
import static org.didaccess.workflow.process.Steps.Release.CONFIRM_DESTRUCTION;
import static org.didaccess.workflow.process.Steps.Release.OFFERED;
import static org.didaccess.workflow.process.Steps.Release.PREPARE;
import static org.didaccess.workflow.process.Steps.Release.PUBLISH;

import java.time.Duration;
import java.util.UUID;
import org.didaccess.release.ExtractCancelled;
import org.didaccess.release.ExtractChecked;
import org.didaccess.release.ExtractDestroyed;
import org.didaccess.release.ExtractFailed;
import org.didaccess.release.ExtractOrdered;
import org.didaccess.release.ExtractPrepared;
import org.didaccess.release.ExtractPublished;
import org.didaccess.release.ExtractRecalled;
import org.didaccess.shared.process.Notice;
import org.didaccess.workflow.process.ProcessWorld;
import org.junit.jupiter.api.Test;

class ReleaseProcessTest {
  private final ProcessWorld world = new ProcessWorld();
  private final ReleaseProcess process = new ReleaseProcess(world.processes());
  private final UUID extract = UUID.randomUUID();
  private final UUID agreement = UUID.randomUUID();

  @Test
  void an_extract_is_prepared_then_checked_then_published() {
    order();
    assertThat(world.waitsAt(extract)).containsExactly(PREPARE);
    prepare();
    assertThat(world.waitsAt(extract)).containsExactly(CHECK);
    check();
    assertThat(world.waitsAt(extract)).containsExactly(PUBLISH);
    publish();
    assertThat(world.waitsAt(extract)).containsExactly(OFFERED);
    assertThat(world.incidents(extract)).isEmpty();
  }

  @Test
  void an_offer_ends_with_its_download_period() {
    published();
    world.pass(Duration.ofDays(31), extract);
    assertThat(world.endedAt(extract)).containsExactly("release-finished");
  }

  @Test
  void a_published_extract_can_be_recalled() {
    published();
    process.recalled(new ExtractRecalled(extract, agreement));
    assertThat(world.waitsAt(extract)).containsExactly(CONFIRM_DESTRUCTION);
    process.destroyed(new ExtractDestroyed(extract, agreement));
    assertThat(world.endedAt(extract)).containsExactly("closed-as-recalled");
  }

  @Test
  void recipients_are_told_of_a_recall_and_reminded_until_every_copy_is_destroyed() {
    published();
    process.recalled(new ExtractRecalled(extract, agreement));
    world.pass(Duration.ofDays(8), extract);
    world.pass(Duration.ofDays(7), extract);
    assertThat(world.domain().notices())
        .containsExactly(
            Notice.RELEASE_RECALLED, Notice.CERTIFICATE_WAITS, Notice.CERTIFICATE_WAITS);
    process.destroyed(new ExtractDestroyed(extract, agreement));
    world.pass(Duration.ofDays(8), extract);
    assertThat(world.domain().notices()).hasSize(3);
  }

  @Test
  void a_recall_after_the_download_period_is_chased_as_well() {
    published();
    world.pass(Duration.ofDays(31), extract);
    process.recalled(new ExtractRecalled(extract, agreement));
    assertThat(world.waitsAt(extract)).containsExactly(CONFIRM_DESTRUCTION);
    assertThat(world.domain().notices()).contains(Notice.RELEASE_RECALLED);
  }

  @Test
  void an_extract_can_be_cancelled_while_it_waits_for_its_check() {
    order();
    prepare();
    process.cancelled(new ExtractCancelled(extract, agreement));
    assertThat(world.endedAt(extract)).containsExactly("closed-as-cancelled");
  }

  @Test
  void a_failed_preparation_closes_the_process() {
    order();
    process.failed(new ExtractFailed(extract, agreement));
    assertThat(world.endedAt(extract)).containsExactly("closed-as-failed");
  }

  @Test
  void each_waiting_step_is_reminded_of() {
    order();
    world.pass(Duration.ofDays(2), extract);
    prepare();
    world.pass(Duration.ofDays(4), extract);
    check();
    world.pass(Duration.ofDays(4), extract);
    assertThat(world.domain().notices())
        .containsExactly(Notice.PREPARATION_SLOW, Notice.CHECK_WAITS, Notice.PUBLICATION_WAITS);
  }

  @Test
  void the_process_follows_an_extract_that_it_had_lost() {
    order();
    check();
    assertThat(world.waitsAt(extract)).containsExactly(PUBLISH);
    assertThat(world.incidents(extract)).hasSize(1);
  }

  @Test
  void a_published_extract_without_a_process_gets_one() {
    publish();
    assertThat(world.waitsAt(extract)).containsExactly(OFFERED);
  }

  private void order() {
    process.ordered(new ExtractOrdered(extract, agreement));
  }

  private void prepare() {
    process.prepared(new ExtractPrepared(extract, agreement));
  }

  private void check() {
    process.checked(new ExtractChecked(extract, agreement));
  }

  private void publish() {
    process.published(
        new ExtractPublished(extract, agreement, world.now().plus(Duration.ofDays(30))));
  }

  private void published() {
    order();
    prepare();
    check();
    publish();
  }
}
