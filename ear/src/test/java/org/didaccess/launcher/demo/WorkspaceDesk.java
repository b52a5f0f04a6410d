package org.didaccess.launcher.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.didaccess.harness.Deadline;
import org.didaccess.harness.RunningProduct;

/** Workspaces under one agreement. */
public final class WorkspaceDesk extends Desk {

  private static final int DROPPED_WITHIN_S = 60;

  private WorkspaceDesk(RunningProduct product, Months months) {
    super(product, months, "sde", null);
  }

  /** Reaches an agreement over these months. */
  public static WorkspaceDesk over(Months months, RunningProduct product) {
    return new WorkspaceDesk(product, months);
  }

  /** Orders one, after the database of the one before is gone: before that it is refused. */
  @Override
  public String order() {
    Deadline.within(DROPPED_WITHIN_S, "the former database is dropped", () -> !isDatabaseThere());
    return scene().order(agreement());
  }

  @Override
  String place() {
    return "/workspaces/";
  }

  /** How many rows the workspace's page says there are. */
  public long rowsTold(String id) {
    return view(id).getJsonNumber("rows").longValue();
  }

  /** How many rows the researcher counts, signed in with a login that was just given. */
  public long rowsCounted(String id) throws SQLException {
    try (Connection session = WorkspaceScene.connect(scene().credentials(id))) {
      return WorkspaceScene.count(session, view(id));
    }
  }

  /** Closes it for good. */
  @Override
  public void giveUp(String id) {
    stop(Actor.PREPARER, id, "closing");
  }

  /** Whether the researcher is refused a login. */
  public boolean refusesLogin(String id) {
    try {
      scene().credentials(id);
      return false;
    } catch (ApiRefusal refused) {
      return refused.status() == CONFLICT;
    }
  }

  /** Whether the agreement's database is in the cluster. */
  public boolean isDatabaseThere() {
    try (Connection auditor = product().databases().main().connect("did_auditor");
        Connection owner = product().databases().sde().connect("sde_provisioner")) {
      String name =
          first(
              auditor,
              "SELECT database_name FROM ledger.workspace WHERE agreement_id = ?::uuid",
              agreement());
      return first(owner, "SELECT datname FROM pg_database WHERE datname = ?", name) != null;
    } catch (SQLException e) {
      throw new AssertionError("The databases do not answer", e);
    }
  }

  private static String first(Connection connection, String question, String about)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(question)) {
      query.setString(1, about);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getString(1) : null;
      }
    }
  }

  private WorkspaceScene scene() {
    return new WorkspaceScene(cast(), Players.silence());
  }
}
