package org.didaccess.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.didaccess.harness.RunningProduct;
import org.didaccess.launcher.demo.Journey.Wish;
import org.junit.jupiter.api.Test;

/** When an account ends, everything that it opened ends with it. */
class LeaverIT {
  private static final String REFUSED_LOGIN = "28000";

  private final RunningProduct product = RunningProduct.shared();
  private final Cast cast = Players.assembled(product);
  private final Leaver leaver = Leaver.seated(cast, product);

  @Test
  void sessions_seats_and_workspace_logins_of_a_leaver_end_together() throws SQLException {
    JsonObject login = WorkspaceScene.credentials(leaver.session(), workspace());
    try (Connection atWork = WorkspaceScene.connect(login)) {
      assertThatCode(leaver.session()::me).doesNotThrowAnyException();
      assertThat(leaver.account(cast).getJsonArray("seats")).hasSize(1);

      cast.as(Actor.ADMINISTRATOR).post("/people/" + leaver.id() + "/end", null);

      assertRefused(leaver.session()::me, 401);
      assertRefused(
          () -> ApiSession.signIn(product.baseUrl(), leaver.login(), product.secret()), 401);
      assertThat(leaver.account(cast).getBoolean("ended")).isTrue();
      assertThat(leaver.account(cast).getJsonArray("seats")).isEmpty();
      assertThat(leaver.account(cast).getJsonArray("roles")).isEmpty();
      WorkspaceScene.awaitEnd(atWork);
    }
    assertThatThrownBy(() -> WorkspaceScene.attempt(login))
        .asInstanceOf(type(SQLException.class))
        .extracting(SQLException::getSQLState)
        .isEqualTo(REFUSED_LOGIN);
  }

  /** A workspace of an agreement that names the leaver as its analyst. */
  private String workspace() {
    LocalDate to = LocalDate.now(Journey.LONDON).withDayOfMonth(1).minusDays(1);
    Journey journey =
        new Journey(
                cast,
                Players.silence(),
                new Wish(
                    "An analyst leaves",
                    "sde",
                    to.withDayOfMonth(1),
                    to,
                    List.of("MODALITY", "MONTH_OF_TEST"),
                    null))
            .naming(leaver.id());
    journey.complete(Actor.RESEARCHER);
    WorkspaceScene scene = new WorkspaceScene(cast, Players.silence());
    String workspace = scene.order(journey.agreement());
    scene.filled(workspace);
    return workspace;
  }

  private static void assertRefused(Runnable attempt, int status) {
    assertThatThrownBy(attempt::run)
        .asInstanceOf(type(ApiRefusal.class))
        .extracting(ApiRefusal::status)
        .isEqualTo(status);
  }
}
