package org.didaccess.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.didaccess.harness.AnotherServer;
import org.didaccess.harness.Deadline;
import org.didaccess.harness.RunningProduct;
import org.didaccess.kills.HeldBack.Write;
import org.didaccess.launcher.demo.Months;
import org.didaccess.launcher.demo.ReleaseDesk;
import org.didaccess.launcher.demo.WorkspaceDesk;
import org.didaccess.release.bag.Verification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two application servers over one PostgreSQL and one folder of releases write the months of a
 * release and of a workspace; the one that drives them is killed, and the other ends them.
 */
class TwoServersIT {
  private static final String FIRST = "did-1";
  private static final String SECOND = "did-2";
  private static final int MONTHS = 4;

  /** Of one server: two at the months of the release, two at those of the workspace. */
  private static final int WORKERS = 4;

  /** The leases of a killed server run out meanwhile. */
  private static final long ENDED_WITHIN_S = 120;

  private final RunningProduct product = RunningProduct.shared();
  private final MainFacts facts = new MainFacts(product.databases().main());
  private final Months months = Months.few(product);
  @TempDir private Path folder;

  /** A release and a workspace, each over all months. */
  private record Runs(String release, String workspace) {}

  @Test
  void what_both_wrote_is_ended_by_the_one_that_is_left_as_one_alone_would_have_done_it()
      throws Exception {
    ReleaseDesk releases = ReleaseDesk.over(months, product, folder);
    WorkspaceDesk workspaces = WorkspaceDesk.over(months, product);
    Runs alone = ended(ordered(releases, workspaces));
    List<String> released = facts.months(alone.release());
    List<String> filled = facts.months(alone.workspace());
    String content = content(workspaces);
    releases.giveUp(alone.release());
    workspaces.giveUp(alone.workspace());
    Deadline.within(ENDED_WITHIN_S, "the database is dropped", () -> !workspaces.isDatabaseThere());

    Runs shared = sharedUntilTheDriverIsKilled(releases, workspaces);

    assertThat(facts.months(shared.release())).hasSize(MONTHS).isEqualTo(released);
    assertThat(facts.months(shared.workspace())).hasSize(MONTHS).isEqualTo(filled);
    assertThat(content(workspaces)).isEqualTo(content);
    releases.check(shared.release());
    releases.publish(shared.release());
    assertThat(releases.received(shared.release()).outcome())
        .isEqualTo(Verification.Outcome.VERIFIED);
    releases.recall(shared.release());
    workspaces.giveUp(shared.workspace());
  }

  /**
   * The first server drives both, and has each of its workers at the end of a month when the second
   * comes: so the months that are written then are the second's.
   */
  private Runs sharedUntilTheDriverIsKilled(ReleaseDesk releases, WorkspaceDesk workspaces)
      throws Exception {
    Runs ended;
    try (HeldBack held = HeldBack.at(product.databases().main(), Write.month())) {
      Runs begun = ordered(releases, workspaces);
      held.await(WORKERS);
      try (AnotherServer second = AnotherServer.beside(product, SECOND, folder)) {
        held.await(2 * WORKERS);
        assertThat(sorting(FIRST)).as("workers of the first").isEqualTo(WORKERS);
        assertThat(sorting(SECOND)).as("workers of the second").isEqualTo(WORKERS);

        product.killServer();
        held.letGo();

        ended = ended(begun);
        assertThat(product.isReady()).as("the first server").isFalse();
        assertThat(second.isReady()).as("the second server").isTrue();
      }
    } finally {
      product.restart();
    }
    releases.signInAgain();
    workspaces.signInAgain();
    return ended;
  }

  private static Runs ordered(ReleaseDesk releases, WorkspaceDesk workspaces) {
    return new Runs(releases.order(), workspaces.order());
  }

  private Runs ended(Runs begun) {
    awaitEnd(Work.RELEASE, begun.release());
    awaitEnd(Work.PROVISIONING, begun.workspace());
    return begun;
  }

  private void awaitEnd(Work work, String run) {
    Deadline.within(
        ENDED_WITHIN_S,
        run + " is " + work.done(),
        () -> work.done().equals(facts.status(work, run)));
  }

  /** Each worker has a folder for sorting while it writes a month. */
  private long sorting(String node) throws IOException {
    try (Stream<Path> folders =
        Files.list(product.home().folder().resolve("releases/spill").resolve(node))) {
      return folders.count();
    }
  }

  private String content(WorkspaceDesk desk) throws SQLException {
    String database = facts.workspaceDatabase(desk.agreement()).get(0);
    return WorkspaceSite.content(new SdeCluster(product.databases().sde()), database);
  }
}
