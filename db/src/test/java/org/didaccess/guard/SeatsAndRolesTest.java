package org.didaccess.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.didaccess.guard.GuardWorld.NHS_ENGLAND;
import static org.didaccess.guard.GuardWorld.NHS_ENGLAND_SLOT;
import static org.didaccess.guard.Refusals.ALREADY_DONE;
import static org.didaccess.guard.Refusals.NOT_AUTHORISED;
import static org.didaccess.guard.Refusals.NOT_ENTITLED;
import static org.didaccess.guard.Refusals.SEPARATION_OF_DUTIES;
import static org.didaccess.guard.Refusals.denied;
import static org.didaccess.guard.Refusals.refused;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Making oneself somebody. */
class SeatsAndRolesTest {
  private GuardWorld world;

  @BeforeEach
  void share() throws SQLException {
    world = GuardWorld.shared();
  }

  @Test
  void a_seat_cannot_be_inserted() throws SQLException {
    try (Connection thief = world.as("did_app")) {
      denied(
          () ->
              Sql.one(
                  thief,
                  "INSERT INTO ledger.seat (id, person_id, organisation_id, kind, entry_id) VALUES"
                      + " (gen_random_uuid(), ?, ?, 'chair', 1)",
                  world.person("rosa.researcher"),
                  NHS_ENGLAND));
    }
  }

  @Test
  void a_person_cannot_be_renamed_into_a_chair() throws SQLException {
    try (Connection thief = world.as("did_app")) {
      denied(
          () ->
              Sql.run(
                  thief,
                  "UPDATE ledger.person SET login = 'nina.chair' WHERE login = 'rosa.researcher'"));
    }
  }

  @Test
  void a_researcher_cannot_give_seats() {
    refused(NOT_ENTITLED, () -> world.act("rosa.researcher", "grant_seat", chairFor("ned.member")));
  }

  @Test
  void an_administrator_cannot_make_themselves_a_chair() {
    refused(
        SEPARATION_OF_DUTIES, () -> world.act("alex.admin", "grant_seat", chairFor("alex.admin")));
  }

  @Test
  void an_administrator_cannot_give_themselves_a_role() {
    refused(
        SEPARATION_OF_DUTIES,
        () ->
            world.act(
                "alex.admin",
                "grant_role",
                Payload.of("person", world.person("alex.admin"), "role", "data-manager")));
  }

  @Test
  void an_officer_cannot_give_a_chair_s_seat() {
    refused(NOT_ENTITLED, () -> world.act("olive.officer", "grant_seat", chairFor("ned.member")));
  }

  @Test
  void a_researcher_cannot_enrol_anybody() {
    refused(
        NOT_ENTITLED,
        () ->
            world.act(
                "rosa.researcher",
                "enrol",
                Payload.of(
                    "person",
                    UUID.randomUUID(),
                    "login",
                    "puppet",
                    "organisation",
                    NHS_ENGLAND,
                    "unit",
                    "",
                    "roles",
                    List.of("administrator"))));
  }

  @Test
  void a_second_founding_is_refused() throws SQLException {
    try (Connection owner = world.as("did_owner")) {
      refused(ALREADY_DONE, () -> Sql.one(owner, "SELECT guard.found('mallory')"));
    }
  }

  @Test
  void nobody_but_the_owner_s_login_founds() throws SQLException {
    for (String role :
        List.of(
            "did_app", "did_auth", "did_release", "did_loader", "did_auditor", "did_watchdog")) {
      try (Connection thief = world.as(role)) {
        denied(() -> Sql.one(thief, "SELECT guard.found('mallory')"));
      }
    }
  }

  @Test
  void a_chair_whose_seat_ended_cannot_decide() throws SQLException {
    UUID seat = UUID.randomUUID();
    world.enrol("former." + seat, NHS_ENGLAND, "Panel");
    world.act(
        "alex.admin",
        "grant_seat",
        Payload.of(
            "seat",
            seat,
            "person",
            world.person("former." + seat),
            "organisation",
            NHS_ENGLAND,
            "kind",
            "chair",
            "unit",
            ""));
    world.close("end_seat(?, ?)", seat, world.person("alex.admin"));

    Request request = Request.in(world).submitted();
    refused(
        NOT_ENTITLED,
        () -> world.act("former." + seat, "decide", request.approval(NHS_ENGLAND_SLOT)));
  }

  @Test
  void a_leaver_s_ticket_sign_in_and_link_end_together() throws SQLException {
    String login = "leaver." + UUID.randomUUID();
    UUID person = world.enrol(login, NHS_ENGLAND, "Panel", "data-manager");
    Payload payload = Payload.of("person", person);
    UUID ticket = world.ticket(login, "enrol", payload);
    String link = world.act("alex.admin", "issue_reset", payload);

    world.close("end_person(?, ?)", person, world.person("alex.admin"));

    assertThat(world.authorise(login, GuardWorld.SECRET, "enrol", payload)).isNull();
    try (Connection app = world.as("did_app");
        Connection auth = world.as("did_auth")) {
      refused(NOT_AUTHORISED, () -> GuardWorld.redeem(app, "enrol", ticket, payload));
      refused(NOT_AUTHORISED, () -> world.close("set_secret(?, ?)", link, "a brand new secret"));
      assertThat(Sql.column(auth, "SELECT role FROM guard.sign_in_roles(?)", login)).isEmpty();
      assertThat(Sql.one(auth, "SELECT secret_hash FROM guard.sign_in(?)", login)).isNull();
      assertThat(Sql.one(auth, "SELECT state FROM guard.sign_in_state(?)", login))
          .isEqualTo("ended");
    }
  }

  @Test
  void roles_and_seats_are_told_at_sign_in() throws SQLException {
    try (Connection auth = world.as("did_auth")) {
      assertThat(Sql.column(auth, "SELECT role FROM guard.sign_in_roles('nina.chair') ORDER BY 1"))
          .containsExactly("panel", "researcher");
      assertThat(
              Sql.column(auth, "SELECT role FROM guard.sign_in_roles('dana.manager') ORDER BY 1"))
          .containsExactly("data-manager", "researcher");
    }
  }

  private Payload chairFor(String login) {
    return Payload.of(
        "seat",
        UUID.randomUUID(),
        "person",
        world.person(login),
        "organisation",
        NHS_ENGLAND,
        "kind",
        "chair",
        "unit",
        "");
  }
}
