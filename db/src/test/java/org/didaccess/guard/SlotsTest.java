package org.didaccess.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.didaccess.guard.GuardWorld.DHSC;
import static org.didaccess.guard.GuardWorld.NHS_ENGLAND;
import static org.didaccess.guard.GuardWorld.NHS_ENGLAND_SLOT;
import static org.didaccess.guard.GuardWorld.PHE_SLOT;
import static org.didaccess.guard.GuardWorld.UKHSA;
import static org.didaccess.guard.Refusals.APPROVAL_MISSING;
import static org.didaccess.guard.Refusals.CONDITION_OPEN;
import static org.didaccess.guard.Refusals.CONTROLLER_DISSOLVED;
import static org.didaccess.guard.Refusals.INVALID_INPUT;
import static org.didaccess.guard.Refusals.NOT_ACTIVE;
import static org.didaccess.guard.Refusals.NOT_ENTITLED;
import static org.didaccess.guard.Refusals.denied;
import static org.didaccess.guard.Refusals.refused;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every controller's slot, its holder today, and what it takes to fill it. */
class SlotsTest {
  @Test
  void one_controller_missing_means_no_agreement() throws SQLException {
    Request request = Request.in(GuardWorld.shared()).submitted().approvedByNhsEngland();
    assertThat(request.openSlots()).containsExactly("no-decision");
    refused(APPROVAL_MISSING, request::drafted);
  }

  @Test
  void an_approval_withdrawn_later_stops_the_release() throws SQLException {
    GuardWorld world = GuardWorld.shared();
    Request request = Request.in(world).active().ordered();
    withdraw(request, UKHSA);
    try (Connection release = world.as("did_release")) {
      refused(APPROVAL_MISSING, () -> request.open(release));
    }
  }

  @Test
  void a_withdrawn_last_word_does_not_bring_an_earlier_approval_back() throws SQLException {
    Request request = Request.in(GuardWorld.shared()).approved();
    request.nextVersion().submitted().approvedByUkhsa();
    withdraw(request, UKHSA);
    assertThat(request.openSlots()).containsExactly("withdrawn");
  }

  @Test
  void a_later_rejection_outweighs_an_earlier_approval() throws SQLException {
    Request request = Request.in(GuardWorld.shared()).approved();
    request.nextVersion().submitted();
    request.world.act(
        "ursula.chair", "decide", request.decision(PHE_SLOT, "reject", Map.of(), List.of()));
    assertThat(request.openSlots()).containsExactly("rejected");
  }

  @Test
  void after_one_controllers_rejection_nobody_judges_that_version_any_more() throws SQLException {
    Request request = Request.in(GuardWorld.shared()).submitted();
    request.world.act(
        "nina.chair", "decide", request.decision(NHS_ENGLAND_SLOT, "reject", Map.of(), List.of()));

    refused(NOT_ACTIVE, request::approvedByUkhsa).hasMessageContaining("rejected");
    refused(NOT_ACTIVE, request::approvedByNhsEngland);
    Payload vote =
        Payload.of("version", request.version, "controllership", PHE_SLOT, "vote", "approve");
    refused(NOT_ACTIVE, () -> request.world.act("ursula.chair", "vote", vote));
  }

  @Test
  void an_approval_of_another_application_does_not_count() throws SQLException {
    Request.in(GuardWorld.shared()).approved();
    Request other = Request.in(GuardWorld.shared()).submitted();
    assertThat(other.openSlots()).containsExactly("no-decision", "no-decision");
  }

  @Test
  void an_open_condition_precedent_stops_the_release_until_it_is_met() throws SQLException {
    GuardWorld world = GuardWorld.shared();
    UUID condition = UUID.randomUUID();
    Request request = Request.in(world).submitted();
    world.act(
        "nina.chair",
        "decide",
        request.decision(
            NHS_ENGLAND_SLOT,
            "approve-with-conditions",
            Map.of(),
            List.of(Payload.of("id", condition, "text", "ethics approval", "precedent", true))));
    request.approvedByUkhsa().drafted().signed();
    refused(CONDITION_OPEN, request::ordered);

    world.act(
        "olive.officer",
        "record_condition_met",
        Payload.of("condition", condition, "evidence", "letter of 3 March"));
    request.ordered().opened().close();
  }

  @Test
  void a_condition_that_does_not_say_whether_it_comes_first_is_refused() throws SQLException {
    GuardWorld world = GuardWorld.shared();
    Request request = Request.in(world).submitted();
    for (Object unclear : List.of("yes", "true", 1)) {
      Payload condition =
          Payload.of("id", UUID.randomUUID(), "text", "ethics approval", "precedent", unclear);
      Payload decision =
          request.decision(
              NHS_ENGLAND_SLOT, "approve-with-conditions", Map.of(), List.of(condition));
      refused(INVALID_INPUT, () -> world.act("nina.chair", "decide", decision));
    }
  }

  @Test
  void a_dissolved_controller_blocks_until_its_successor_is_recorded_with_evidence()
      throws SQLException {
    GuardWorld world = GuardWorld.withoutSuccessor();
    Request request = Request.in(world).submitted().approvedByNhsEngland();
    assertThat(request.openSlots()).containsExactly("blocked");
    refused(CONTROLLER_DISSOLVED, request::approvedByUkhsa);
    refused(CONTROLLER_DISSOLVED, request::drafted);

    world.recordSuccessor(UKHSA);
    request.approvedByUkhsa().drafted();
    assertThat(request.state()).isEqualTo("draft");
  }

  @Test
  void only_an_officer_records_a_successor_and_only_of_the_holder() throws SQLException {
    GuardWorld world = GuardWorld.withoutSuccessor();
    refused(NOT_ENTITLED, () -> world.act("alex.admin", "record_succession", succession(UKHSA)));
    refused(NOT_ENTITLED, () -> world.act("ursula.chair", "record_succession", succession(UKHSA)));
    world.recordSuccessor(UKHSA);
    refused(INVALID_INPUT, () -> world.recordSuccessor(DHSC));
    try (Connection thief = world.as("did_app")) {
      denied(
          () ->
              Sql.run(
                  thief,
                  "INSERT INTO ledger.succession SELECT id, organisation_id, NULL, '2021-10-01',"
                      + " 'x', 1 FROM ledger.controllership"));
    }
  }

  @Test
  void a_succession_that_does_not_say_who_follows_is_no_discharge() throws SQLException {
    GuardWorld world = GuardWorld.withoutSuccessor();
    Payload silent =
        Payload.of(
            "controllership",
            PHE_SLOT,
            "from",
            GuardWorld.PUBLIC_HEALTH_ENGLAND,
            "effective_on",
            "2021-10-01",
            "evidence",
            "Transfer scheme of 2021");
    refused(INVALID_INPUT, () -> world.act("olive.officer", "record_succession", silent));
  }

  @Test
  void after_a_split_every_successor_decides() throws SQLException {
    GuardWorld world = GuardWorld.withoutSuccessor();
    world.enrol("dora.chair", DHSC, "Panel");
    world.seat("dora.chair", DHSC, "chair");
    world.recordSuccessor(UKHSA, DHSC);
    Request request = Request.in(world).submitted().approvedByNhsEngland().approvedByUkhsa();
    assertThat(request.openSlots()).containsExactly("no-decision");

    world.act("dora.chair", "decide", request.approval(PHE_SLOT));
    assertThat(request.openSlots()).isEmpty();
  }

  @Test
  void after_a_merger_one_decision_fills_both_slots() throws SQLException {
    GuardWorld world = GuardWorld.withoutSuccessor();
    world.recordSuccessor(NHS_ENGLAND);
    Request request = Request.in(world).submitted().approvedByNhsEngland();
    assertThat(request.openSlots()).isEmpty();
  }

  @Test
  void after_a_discharge_the_slot_is_gone_and_the_other_controller_alone_decides()
      throws SQLException {
    GuardWorld world = GuardWorld.withoutSuccessor();
    world.recordSuccessor();
    Request request = Request.in(world).submitted().approvedByNhsEngland();
    assertThat(request.openSlots()).isEmpty();
  }

  @Test
  void a_controller_s_end_stops_releases_flags_workspaces_and_its_approval_passes_on()
      throws SQLException {
    GuardWorld world = GuardWorld.fresh();
    Request extract = Request.in(world).active().ordered();
    Request workspace = Request.in(world).sde().active().ordered();
    Workspaces.register(workspace);
    world.act(
        "olive.officer",
        "record_organisation_end",
        Payload.of("organisation", UKHSA, "ended_on", GuardWorld.today(), "source", "an order"));

    try (Connection release = world.as("did_release")) {
      refused(CONTROLLER_DISSOLVED, () -> extract.open(release));
      assertThat(Workspaces.allowed(workspace)).isTrue();

      world.act(
          "olive.officer",
          "record_succession",
          Payload.of(
              "controllership",
              PHE_SLOT,
              "from",
              UKHSA,
              "to",
              List.of(DHSC),
              "effective_on",
              GuardWorld.today(),
              "evidence",
              "an order"));
      extract.open(release);
    }
  }

  private static void withdraw(Request request, UUID holder) throws SQLException {
    GuardWorld world = request.world;
    String decision =
        world.asSuperuser(
            "SELECT id FROM ledger.decision WHERE version_id = ? AND holder_organisation_id = ?",
            request.version,
            holder);
    world.close(
        "withdraw_decision(?, ?, ?)",
        UUID.fromString(decision),
        world.person("ursula.chair"),
        "new facts");
  }

  private static Payload succession(UUID successor) {
    return Payload.of(
        "controllership",
        PHE_SLOT,
        "from",
        GuardWorld.PUBLIC_HEALTH_ENGLAND,
        "to",
        List.of(successor),
        "effective_on",
        "2021-10-01",
        "evidence",
        "Transfer scheme of 2021");
  }
}
