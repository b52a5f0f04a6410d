package org.didaccess.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.didaccess.harness.Deadline;
import org.didaccess.harness.RunningProduct;
import org.didaccess.launcher.demo.Months;
import org.didaccess.launcher.demo.WorkspaceDesk;
import org.didaccess.sde.domain.OpaqueName;
import org.didaccess.shared.Payload;

/** Workspaces: the analyst sees all rows or none, whatever is killed while they are filled. */
final class WorkspaceSite extends Site<WorkspaceDesk> {
  private static final long DROPPED_WITHIN_S = 60;
  private static final long SEEN_WITHIN_S = 30;
  private static final String SCHEMAS =
      "SELECT nspname FROM pg_namespace WHERE nspname IN ('filling', 'replaced')";
  private static final String CONTENT =
      "SELECT sum(hashtextextended(t::text, 0))::text FROM data.did_event t";
  private static final String COPYING =
      "SELECT 'yes' FROM pg_stat_activity WHERE datname = ? AND state = 'active'"
          + " AND query LIKE 'COPY filling.%'";
  private static final String EXISTS = "SELECT 'yes' FROM pg_database WHERE datname = ?";

  private Onlooker onlooker;
  private Connection glance;
  private String content;

  private WorkspaceSite(RunningProduct product, Months months, Path folder) {
    super(Work.PROVISIONING, product, months, WorkspaceDesk.over(months, product), folder);
  }

  static WorkspaceSite over(Months months, RunningProduct product, Path folder) {
    return new WorkspaceSite(product, months, folder);
  }

  @Override
  void ordered() {
    if (facts().analyst(desk().agreement()).isEmpty()) {
      registerAnalyst();
    }
    onlooker = Onlooker.at(sde(), database(), login());
  }

  /** The ledger's word on the one analyst, as the application gives it when asked for a login. */
  private void registerAnalyst() {
    String payload =
        new Payload()
            .with("agreement", desk().agreement())
            .with("person", desk().researcher())
            .with("role_name", OpaqueName.forAnalyst())
            .text();
    try (Connection application = main().connect("did_app");
        PreparedStatement call =
            application.prepareStatement("SELECT guard.register_sde_role(?)")) {
      call.setString(1, payload);
      call.execute();
    } catch (SQLException e) {
      throw new AssertionError("The analyst could not be registered", e);
    }
  }

  @Override
  Attempt publishing() {
    throw new UnsupportedOperationException("A workspace is not published.");
  }

  @Override
  void finish() throws Exception {
    awaitDone();
    mustWaitAt("workspace-open");
    mustNeverHaveShownAPart();
    mustBeWhole();
    desk().giveUp(run());
    assertThat(facts().steps(run())).isEmpty();
    Deadline.within(DROPPED_WITHIN_S, "nothing is left of a closed workspace", this::isGone);
  }

  /** The researcher's next login has another password: nobody looks on any more by then. */
  private void mustNeverHaveShownAPart() throws InterruptedException {
    String all = Onlooker.rows(months().rows());
    Deadline.within(
        SEEN_WITHIN_S, "the analyst sees the rows", () -> onlooker.seenByAnalyst().contains(all));
    leave();
    assertThat(onlooker.seenByAnalyst()).isSubsetOf(Onlooker.NOTHING, all);
    assertThat(onlooker.seenByOwner())
        .contains(Onlooker.filled())
        .isSubsetOf(Onlooker.NOTHING, Onlooker.filled());
    assertThat(onlooker.refusals()).as("looks of the analyst").isPositive();
  }

  @Override
  void leave() throws InterruptedException {
    if (onlooker != null) {
      onlooker.end();
    }
  }

  private void mustBeWhole() throws SQLException {
    assertThat(desk().rowsTold(run())).isEqualTo(months().rows());
    assertThat(desk().rowsCounted(run())).isEqualTo(months().rows());
    try (Connection owner = sde().asOwner(database())) {
      assertThat(SdeCluster.texts(owner, SCHEMAS)).isEmpty();
    }
    mustHoldTheSameAsBefore(content(sde(), database()));
  }

  /** A digest of the rows that a workspace shows, whatever their order. */
  static String content(SdeCluster cluster, String database) throws SQLException {
    try (Connection owner = cluster.asOwner(database)) {
      return SdeCluster.texts(owner, CONTENT).get(0);
    }
  }

  private void mustHoldTheSameAsBefore(String now) {
    if (content == null) {
      content = now;
    }
    assertThat(now).as("content of the rows").isEqualTo(content);
  }

  private boolean isGone() {
    try {
      return sde().present(database(), login()).isEmpty();
    } catch (SQLException e) {
      throw new AssertionError("The SDE cluster does not answer", e);
    }
  }

  @Override
  boolean isAt(Moment moment) {
    try {
      if (glance == null || !glance.isValid(1)) {
        glance = sde().catalogueAs(SdeCluster.OWNER);
      }
      String question = moment == Moment.DATABASE_MADE ? EXISTS : COPYING;
      return !SdeCluster.texts(glance, question, database()).isEmpty();
    } catch (SQLException e) {
      throw new AssertionError("The SDE cluster does not answer", e);
    }
  }

  @Override
  String database() {
    return facts().workspaceDatabase(desk().agreement()).get(0);
  }

  private String login() {
    return facts().analyst(desk().agreement()).get(0);
  }
}
