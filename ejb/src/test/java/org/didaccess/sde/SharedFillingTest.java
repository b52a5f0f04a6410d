package org.didaccess.sde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.didaccess.release.ReleaseFixture.newKeys;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.didaccess.db.rehearsal.RehearsedAgreement;
import org.didaccess.pseudonym.ReleaseKeys;
import org.didaccess.release.ReleaseFixture;
import org.didaccess.release.SharingServer;
import org.didaccess.release.engine.Months;
import org.didaccess.release.engine.ReleasePlan;
import org.didaccess.release.engine.ReleaseStoppedException;
import org.didaccess.release.engine.RunControl;
import org.didaccess.release.engine.WrittenPartition;
import org.didaccess.sde.domain.WorkspaceColumn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers fill one workspace, out of a real source and into a real SDE cluster. */
class SharedFillingTest {

  private static final String COUNT = "SELECT count(*) FROM data.did_event";
  private static final String CONTENT =
      "SELECT count(*) || ' ' || md5(string_agg(t::text, E'\\n' ORDER BY t::text))"
          + " FROM data.did_event t";

  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final ReleaseKeys keys = newKeys();
  @TempDir private Path folder;
  private ReleaseFixture source;
  private WorkspaceFixture space;
  private ReleasePlan plan;
  private ReleasePlan quiet;

  @BeforeEach
  void a_workspace_with_an_analyst_who_sees_two_rows_of_before() throws Exception {
    source = ReleaseFixture.shared();
    RehearsedAgreement agreement = source.agreement("AGE", "PERSON_ID", "SUBMISSION_DATA_ID");
    plan = source.plan(agreement.order());
    quiet = source.plan(agreement.order());
    space = WorkspaceFixture.open();
  }

  @AfterEach
  void end() {
    executor.shutdownNow();
  }

  @Test
  void each_fills_a_part_and_the_rows_are_those_of_one() throws Exception {
    begin(plan);
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
    try (Connection analyst = space.asAnalyst()) {
      assertThat(WorkspaceFixture.value(analyst, COUNT)).as("before they are shown").isEqualTo("2");
      space.databases.show(space.workspace, plan.run());
      assertThat(WorkspaceFixture.value(analyst, CONTENT))
          .startsWith(ReleaseFixture.ROWS + " ")
          .isEqualTo(filledByOne());
    }
  }

  @Test
  void who_goes_on_after_a_pause_is_not_disturbed_by_who_has_not_noticed_it() throws Exception {
    begin(plan);
    CountDownLatch never = new CountDownLatch(4);
    SharingServer lead = server("lead", never);
    Future<List<WrittenPartition>> all =
        executor.submit(() -> months(lead).writeAll(new RunControl()));
    await().until(() -> !lead.opened().isEmpty());

    source.log().pause(plan.run());
    try (Connection analyst = space.asAnalyst()) {
      assertThat(WorkspaceFixture.value(analyst, COUNT)).as("while it is paused").isEqualTo("2");
      assertThatThrownBy(
              () -> WorkspaceFixture.value(analyst, "SELECT count(*) FROM filling.did_event"))
          .hasMessageContaining("permission denied for schema filling");
    }
    begin(plan);
    assertThat(months(server("next", new CountDownLatch(0))).writeAll(new RunControl()))
        .as("while the one before has not noticed yet")
        .hasSize(3);
    space.databases.show(space.workspace, plan.run());
    while (never.getCount() > 0) {
      never.countDown();
    }

    assertThatThrownBy(() -> all.get(SharingServer.PATIENCE_S, TimeUnit.SECONDS))
        .cause()
        .isInstanceOf(ReleaseStoppedException.class);
    assertThat(seen()).isEqualTo(filledByOne());
  }

  @Test
  void who_helps_before_the_hidden_schema_is_there_leaves_the_months_to_others() {
    source.log().prepare(plan.run(), plan.partitions());
    Months tooEarly = months(server("early", new CountDownLatch(0)));

    assertThatThrownBy(() -> tooEarly.writeSome(new RunControl()))
        .isInstanceOf(ReleaseStoppedException.class);

    assertThat(source.log().finished(plan.run())).isEmpty();
    begin(plan);
    assertThat(months(server("lead", new CountDownLatch(0))).writeSome(new RunControl()))
        .as("no month has to be waited for")
        .hasSize(3);
  }

  @Test
  void a_month_that_was_lost_with_its_database_is_filled_again() throws Exception {
    begin(plan);
    months(server("first", new CountDownLatch(0))).writeAll(new RunControl());
    assertThat(held()).containsExactlyElementsOf(plan.partitions());
    space.databases.drop(space.workspace);
    space.databases.prepare(space.workspace);
    begin(plan);
    assertThat(held()).isEmpty();

    Months.Losses losses =
        finished ->
            finished.stream()
                .map(WrittenPartition::month)
                .filter(month -> !held().contains(month))
                .toList();
    SharingServer next = server("next", new CountDownLatch(0));
    assertThat(months(next).writeAll(new RunControl(), losses, losses))
        .hasValueSatisfying(months -> assertThat(months).hasSize(3));

    assertThat(next.opened()).containsExactlyElementsOf(plan.partitions());
    assertThat(held()).containsExactlyElementsOf(plan.partitions());
    space.databases.show(space.workspace, plan.run());
    assertThat(held()).as("once they are shown").containsExactlyElementsOf(plan.partitions());
  }

  private Set<YearMonth> held() {
    return space.databases.months(space.workspace, plan.run());
  }

  private SharingServer server(String name, CountDownLatch begun) {
    return new SharingServer(source, name, folder, begun);
  }

  private Months months(SharingServer server) {
    return months(server, plan);
  }

  private Months months(SharingServer server, ReleasePlan run) {
    return server.months(run, keys, space.databases.sink(space.workspace, run.run()), executor);
  }

  private void begin(ReleasePlan run) {
    space.databases.beginFilling(
        space.workspace, run.run(), run.columns().stream().map(WorkspaceColumn::of).toList());
  }

  /** What the analyst sees of a run that nobody shared or disturbed. */
  private String filledByOne() throws Exception {
    begin(quiet);
    months(server("alone", new CountDownLatch(0)), quiet).writeAll(new RunControl());
    space.databases.show(space.workspace, quiet.run());
    return seen();
  }

  private String seen() throws Exception {
    try (Connection analyst = space.asAnalyst()) {
      return WorkspaceFixture.value(analyst, CONTENT);
    }
  }
}
