package org.didaccess.launcher.demo;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import org.didaccess.harness.RunningProduct;

/** Workspaces under one agreement. */
public final class WorkspaceDesk extends Desk {
  private WorkspaceDesk(RunningProduct product, Months months) {
    super(product, months, "sde", null);
  }

  /** Reaches an agreement over these months. */
  public static WorkspaceDesk over(Months months, RunningProduct product) {
    return new WorkspaceDesk(product, months);
  }

  @Override
  public String order() {
    return scene().order(agreement());
  }

  @Override
  JsonObject view(String id) {
    return cast().as(Actor.PREPARER).get("/workspaces/" + id).object();
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
  public void close(String id) {
    cast()
        .as(Actor.PREPARER)
        .post(
            "/workspaces/" + id + "/closing",
            ApiSession.object().add("reason", "It was made for a test.").build());
  }

  private WorkspaceScene scene() {
    return new WorkspaceScene(cast(), Players.silence());
  }
}
