package org.didaccess.release.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.didaccess.release.ReleaseFixture.newKeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.didaccess.db.rehearsal.OrderedRun;
import org.didaccess.pseudonym.ReleaseKeys;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.ReleaseFixture;
import org.didaccess.release.SharingServer;
import org.didaccess.release.bag.DataSinks;
import org.didaccess.release.engine.Months;
import org.didaccess.release.engine.PartitionSink;
import org.didaccess.release.engine.ReleasePlan;
import org.didaccess.release.engine.ReleaseStoppedException;
import org.didaccess.release.engine.RunControl;
import org.didaccess.release.engine.WrittenPartition;
import org.didaccess.release.infrastructure.JdbcPartitionLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers write the months of one run into one folder. */
class SharedRunTest {

  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final ReleaseKeys keys = newKeys();
  @TempDir private Path folder;
  private ReleaseFixture fixture;
  private ReleasePlan plan;
  private ReleasePlan quiet;

  @BeforeEach
  void an_ordered_run() throws Exception {
    fixture = ReleaseFixture.shared();
    var agreement = fixture.agreement("AGE", "PERSON_ID", "SUBMISSION_DATA_ID");
    OrderedRun run = agreement.order();
    plan = fixture.plan(run);
    quiet = fixture.plan(agreement.order());
  }

  @AfterEach
  void end() {
    executor.shutdownNow();
  }

  @Test
  void each_writes_a_part_and_the_files_are_those_of_one() throws Exception {
    CountDownLatch bothHaveOne = new CountDownLatch(2);
    SharingServer lead = server("lead", bothHaveOne);
    SharingServer helper = server("helper", bothHaveOne);

    Future<List<WrittenPartition>> all =
        executor.submit(() -> months(lead).writeAll(new RunControl()));
    Future<List<WrittenPartition>> some =
        executor.submit(() -> months(helper).writeSome(new RunControl()));

    assertThat(all.get(SharingServer.PATIENCE_S, TimeUnit.SECONDS)).hasSize(3);
    some.get(SharingServer.PATIENCE_S, TimeUnit.SECONDS);
    assertThat(lead.opened()).isNotEmpty().doesNotContainAnyElementsOf(helper.opened());
    assertThat(helper.opened()).isNotEmpty();
    assertThat(lead.opened().size() + helper.opened().size()).isEqualTo(3);
    Path alone = Files.createDirectory(folder.resolve("alone"));
    fixture.release(quiet, keys, fixture.log(), alone, 2);
    assertThat(ReleaseFixture.files(shared()))
        .containsAllEntriesOf(ReleaseFixture.files(alone))
        .hasSize(3);
  }

  @Test
  void what_a_dead_server_held_is_taken_over_when_its_lease_has_run_out() throws Exception {
    JdbcPartitionLog dead = new JdbcPartitionLog(fixture.database().as("did_app"), 2);
    dead.prepare(plan.run(), plan.partitions());
    assertThat(dead.claim(plan.run())).isPresent();

    assertThat(months(server("lead", new CountDownLatch(0))).writeAll(new RunControl())).hasSize(3);
  }

  @Test
  void who_goes_on_after_a_pause_is_not_disturbed_by_who_has_not_noticed_it() throws Exception {
    CountDownLatch never = new CountDownLatch(4);
    SharingServer lead = server("lead", never);
    Future<List<WrittenPartition>> all =
        executor.submit(() -> months(lead).writeAll(new RunControl()));
    await().until(() -> !lead.opened().isEmpty());

    fixture.log().pause(plan.run());
    assertThat(fixture.log().finished(plan.run())).isEmpty();
    assertThat(fixture.log().isAnyFree(plan.run())).isTrue();
    assertThat(months(server("next", new CountDownLatch(0))).writeAll(new RunControl()))
        .as("while the one before has not noticed yet")
        .hasSize(3);
    while (never.getCount() > 0) {
      never.countDown();
    }

    assertThatThrownBy(() -> all.get(SharingServer.PATIENCE_S, TimeUnit.SECONDS))
        .cause()
        .isInstanceOf(ReleaseStoppedException.class);
    Path alone = Files.createDirectory(folder.resolve("alone"));
    fixture.release(quiet, keys, fixture.log(), alone, 2);
    assertThat(ReleaseFixture.files(shared()))
        .containsAllEntriesOf(ReleaseFixture.files(alone))
        .hasSize(3);
  }

  private Path shared() throws IOException {
    return Files.createDirectories(folder.resolve("shared"));
  }

  private SharingServer server(String name, CountDownLatch begun) {
    return new SharingServer(fixture, name, folder, begun);
  }

  private Months months(SharingServer server) throws IOException {
    PartitionSink files = DataSinks.of(ExtractFormat.CSV_ZSTD, shared(), plan.columns());
    return server.months(plan, keys, files, executor);
  }
}
