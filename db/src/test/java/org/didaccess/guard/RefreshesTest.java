package org.didaccess.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.didaccess.guard.GuardWorld.EXAMPLETON;
import static org.didaccess.guard.Refusals.ALREADY_DONE;
import static org.didaccess.guard.Refusals.APPROVAL_MISSING;
import static org.didaccess.guard.Refusals.INVALID_INPUT;
import static org.didaccess.guard.Refusals.NOT_ACTIVE;
import static org.didaccess.guard.Refusals.NOT_ENTITLED;
import static org.didaccess.guard.Refusals.SEPARATION_OF_DUTIES;
import static org.didaccess.guard.Refusals.denied;
import static org.didaccess.guard.Refusals.refused;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Refreshes come by themselves, only as far as somebody ordered them, and leave by two people. */
class RefreshesTest {

  private GuardWorld world;
  private Request agreed;
  private final UUID standing = UUID.randomUUID();

  @BeforeEach
  void an_agreement_for_monthly_refreshes() throws SQLException {
    world = GuardWorld.fresh();
    agreed =
        Request.in(world).fields("MODALITY", "PERSON_ID", "SUBMISSION_DATA_ID").monthly().active();
  }

  @Test
  void a_refresh_is_checked_by_one_and_published_by_another() throws SQLException {
    order("changes");
    Run run = refresh("full", null);

    refused(SEPARATION_OF_DUTIES, () -> run.publish("devin.manager"))
        .hasMessageContaining("two people");
    run.check("devin.manager");
    refused(SEPARATION_OF_DUTIES, () -> run.publish("devin.manager"));
    refused(SEPARATION_OF_DUTIES, () -> run.publish("dana.manager"))
        .hasMessageContaining("You prepared");
    refused(ALREADY_DONE, () -> run.check("dana.manager"));
  }

  @Test
  void whoever_gave_the_standing_order_may_be_the_first_of_the_two() throws SQLException {
    order("full");
    Run run = refresh("full", null);
    run.check("dana.manager");
    run.publish("devin.manager");
    assertThat(base()).isEqualTo(run.id.toString());
  }

  @Test
  void both_people_release_the_same_package() throws SQLException {
    order("full");
    Run run = refresh("full", null);
    run.check("dana.manager", "another package");
    refused(SEPARATION_OF_DUTIES, () -> run.publish("devin.manager"))
        .hasMessageContaining("Another package was checked");
  }

  @Test
  void an_ordinary_release_needs_no_such_check_and_has_none() throws SQLException {
    agreed.ordered();
    refused(
            INVALID_INPUT,
            () -> world.act("devin.manager", "check_refresh", Payload.of("run", agreed.run)))
        .hasMessageContaining("no refresh");
    agreed.published();
  }

  @Test
  void one_a_month_and_another_only_where_it_was_given_up() throws SQLException {
    order("full");
    Run first = refresh("full", null);
    refused(ALREADY_DONE, () -> refresh("full", null)).hasMessageContaining("this month");
    assertThat(open()).isNull();

    world.close("recall_release(?, ?, ?)", first.id, world.person("devin.manager"), "wrong");

    assertThat(open()).isEqualTo(standing.toString());
    refresh("full", null);
  }

  @Test
  void changes_follow_on_what_the_recipient_holds_and_on_nothing_else() throws SQLException {
    order("changes");
    refused(APPROVAL_MISSING, () -> refresh("changes", null));
    Run first = published("full", null);
    nextMonth();
    refused(NOT_ACTIVE, () -> refresh("changes", UUID.randomUUID()));
    Run second = refresh("changes", first.id);
    second.check("dana.manager");

    world.close("recall_release(?, ?, ?)", first.id, world.person("devin.manager"), "a concern");

    refused(NOT_ACTIVE, () -> second.publish("devin.manager"))
        .hasMessageContaining("does not hold");
    assertThat(base()).isNull();
  }

  @Test
  void a_recall_anywhere_in_the_chain_ends_it() throws SQLException {
    order("changes");
    Run first = published("full", null);
    nextMonth();
    Run second = published("changes", first.id);
    assertThat(base()).isEqualTo(second.id.toString());

    world.close("recall_release(?, ?, ?)", first.id, world.person("devin.manager"), "a concern");

    assertThat(base()).isNull();
    nextMonth();
    Run third = published("full", null);
    assertThat(base()).isEqualTo(third.id.toString());
  }

  @Test
  void nothing_is_refreshed_that_was_not_approved_for_it() throws SQLException {
    Request once = Request.in(world).fields("MODALITY").active();
    refused(
            APPROVAL_MISSING,
            () -> world.act("dana.manager", "order_refreshes", standingOrder(once, "full")))
        .hasMessageContaining("not for monthly refreshes");
    Request withoutRecords = Request.in(world).fields("MODALITY").monthly().active();
    refused(
            APPROVAL_MISSING,
            () ->
                world.act(
                    "dana.manager", "order_refreshes", standingOrder(withoutRecords, "changes")))
        .hasMessageContaining("SUBMISSION_DATA_ID");
    world.act("dana.manager", "order_refreshes", standingOrder(withoutRecords, "full"));
  }

  @Test
  void one_standing_order_a_recipient_until_it_is_ended() throws SQLException {
    order("full");
    refused(
        ALREADY_DONE,
        () ->
            world.act(
                "dana.manager",
                "order_refreshes",
                standingOrder(UUID.randomUUID(), agreed, "full")));

    world.close("end_refreshes(?, ?, ?)", standing, world.person("devin.manager"), "over");

    assertThat(open()).isNull();
    refused(NOT_ACTIVE, () -> refresh("full", null)).hasMessageContaining("ended");
    world.act("dana.manager", "order_refreshes", standingOrder(UUID.randomUUID(), agreed, "full"));
  }

  @Test
  void a_suspension_stops_refreshes() throws SQLException {
    order("full");
    agreed.suspend();
    assertThat(open()).isNull();
    refused(NOT_ACTIVE, () -> refresh("full", null));
  }

  @Test
  void whoever_receives_or_decided_gives_no_standing_order() throws SQLException {
    refused(
        NOT_ENTITLED,
        () -> world.act("rosa.researcher", "order_refreshes", standingOrder(agreed, "full")));
  }

  @Test
  void no_login_makes_or_mends_a_refresh() throws SQLException {
    for (String login : new String[] {"did_app", "did_release", "did_loader", "did_auditor"}) {
      try (Connection thief = world.as(login)) {
        for (String attack :
            new String[] {
              "INSERT INTO ledger.refresh_check VALUES (gen_random_uuid(), gen_random_uuid(), 1)",
              "UPDATE ledger.refresh SET content = 'full'",
              "DELETE FROM ledger.standing_order_end"
            }) {
          denied(() -> Sql.one(thief, attack));
        }
      }
    }
    try (Connection engine = world.as("did_release")) {
      denied(() -> Sql.one(engine, "SELECT guard.order_refresh('{}')"));
      denied(() -> Sql.one(engine, "SELECT guard.open_standing_orders()"));
    }
  }

  private void order(String content) throws SQLException {
    world.act("dana.manager", "order_refreshes", standingOrder(agreed, content));
  }

  private Payload standingOrder(Request request, String content) {
    return standingOrder(standing, request, content);
  }

  private Payload standingOrder(UUID id, Request request, String content) {
    return Payload.of(
        "standing_order",
        id,
        "agreement",
        request.agreement,
        "recipient_organisation",
        EXAMPLETON,
        "recipient_key",
        GuardWorld.RECIPIENT_KEY,
        "requested_by",
        world.person("rosa.researcher"),
        "content",
        content);
  }

  private Run refresh(String content, UUID base) throws SQLException {
    UUID run = UUID.randomUUID();
    try (Connection app = world.as("did_app")) {
      Sql.one(
          app,
          "SELECT guard.order_refresh(?)",
          Payload.of(
                  "run",
                  run,
                  "standing_order",
                  standing,
                  "run_token_sha256",
                  Payload.sha256(run.toString()),
                  "content",
                  content,
                  "base",
                  base)
              .text());
    }
    return new Run(run);
  }

  private Run published(String content, UUID base) throws SQLException {
    Run run = refresh(content, base);
    run.check("dana.manager");
    run.publish("devin.manager");
    return run;
  }

  /** What was due this month was due the month before. */
  private void nextMonth() throws SQLException {
    world.asSuperuser(
        """
        ALTER TABLE ledger.refresh DISABLE TRIGGER append_only;
        UPDATE ledger.refresh SET due_month = (due_month - interval '1 month')::date;
        ALTER TABLE ledger.refresh ENABLE ALWAYS TRIGGER append_only""");
  }

  private String base() throws SQLException {
    return world.close("base_of_refresh(?)", standing);
  }

  private String open() throws SQLException {
    return world.close("open_standing_orders()");
  }

  /** One refresh. */
  private final class Run {

    private final UUID id;

    private Run(UUID id) {
      this.id = id;
    }

    private void check(String login) throws SQLException {
      check(login, "the package");
    }

    private void check(String login, String looked) throws SQLException {
      world.act(
          login, "check_refresh", Payload.of("run", id, "package_sha256", Payload.sha256(looked)));
    }

    private void publish(String login) throws SQLException {
      try (Connection release = world.as("did_release")) {
        Sql.one(release, "SELECT guard.compare_release(?, ?)", id, id.toString());
      }
      world.act(
          login,
          "publish_release",
          Payload.of(
              "run",
              id,
              "package_sha256",
              Payload.sha256("the package"),
              "accepted_singled_out",
              world.asSuperuser(
                  "SELECT coalesce(sum(singled_out), 0)::text FROM guard.differences_of(?)", id)));
    }
  }
}
