package org.didaccess.guard;

import static org.didaccess.guard.GuardWorld.NHS_ENGLAND_SLOT;
import static org.didaccess.guard.GuardWorld.PHE_SLOT;
import static org.didaccess.guard.Refusals.ALREADY_DONE;
import static org.didaccess.guard.Refusals.INVALID_INPUT;
import static org.didaccess.guard.Refusals.NOT_ENTITLED;
import static org.didaccess.guard.Refusals.SELECTION_CHANGED;
import static org.didaccess.guard.Refusals.denied;
import static org.didaccess.guard.Refusals.refused;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A thief of the application's login wants an approval that no chair gave. */
class ForgedDecisionsTest {
  private GuardWorld world;
  private Connection thief;

  @BeforeEach
  void steal_the_login() throws SQLException {
    world = GuardWorld.shared();
    thief = world.as("did_app");
  }

  @AfterEach
  void hang_up() throws SQLException {
    thief.close();
  }

  @Test
  void a_decision_cannot_be_inserted() throws SQLException {
    Request standing = Request.standing();
    denied(
        () ->
            Sql.one(
                thief,
                "INSERT INTO ledger.decision (id, version_id, selection_id, digest,"
                    + " controllership_id, holder_organisation_id, outcome, reason, decided_by,"
                    + " entry_id) VALUES (gen_random_uuid(), ?, ?, ?, ?, ?, 'approve', 'x', ?, 1)",
                standing.version,
                standing.selection,
                standing.digest,
                PHE_SLOT,
                GuardWorld.UKHSA,
                world.person("ursula.chair")));
  }

  @Test
  void an_entry_cannot_be_written_under_a_chosen_number() {
    denied(
        () ->
            Sql.run(
                thief,
                "INSERT INTO ledger.entry (id, act, method, payload, payload_sha256)"
                    + " OVERRIDING SYSTEM VALUE VALUES (1, 'decide', 'password', '{}', 'x')"));
  }

  @Test
  void a_rejection_cannot_be_turned_into_an_approval() {
    denied(() -> Sql.run(thief, "UPDATE ledger.decision SET outcome = 'approve'"));
  }

  @Test
  void a_withdrawal_cannot_be_deleted() {
    denied(() -> Sql.run(thief, "DELETE FROM ledger.decision_withdrawn"));
  }

  @Test
  void the_ledger_cannot_be_emptied() {
    denied(() -> Sql.run(thief, "TRUNCATE ledger.entry CASCADE"));
  }

  @Test
  void a_rule_cannot_redirect_what_the_guard_writes() {
    denied(
        () ->
            Sql.run(
                thief,
                "CREATE RULE swallow AS ON INSERT TO ledger.decision_withdrawn DO INSTEAD NOTHING"));
  }

  @Test
  void a_signature_cannot_be_inserted() {
    denied(
        () ->
            Sql.run(
                thief,
                "INSERT INTO ledger.signature SELECT a.id, gen_random_uuid(), gen_random_uuid(),"
                    + " a.text_sha256, 1 FROM ledger.agreement a"));
  }

  @Test
  void a_condition_cannot_be_declared_met_by_insert() {
    denied(
        () ->
            Sql.run(
                thief,
                "INSERT INTO ledger.condition_met SELECT id, 'done', gen_random_uuid(), 1 FROM"
                    + " ledger.decision_condition"));
  }

  @Test
  void a_gate_cannot_be_opened_by_update() {
    denied(() -> Sql.run(thief, "UPDATE guard.gate SET state = 'open'"));
  }

  @Test
  void a_member_cannot_decide_in_the_chair_s_place() throws SQLException {
    Request request = Request.in(world).submitted();
    refused(
        NOT_ENTITLED, () -> world.act("ned.member", "decide", request.approval(NHS_ENGLAND_SLOT)));
  }

  @Test
  void a_chair_cannot_decide_for_the_other_controller() throws SQLException {
    Request request = Request.in(world).submitted();
    refused(NOT_ENTITLED, () -> world.act("nina.chair", "decide", request.approval(PHE_SLOT)));
  }

  @Test
  void an_approval_of_another_digest_is_refused() throws SQLException {
    Request request = Request.in(world).submitted();
    String honest = request.digest;
    request.digest = Payload.sha256("another selection");
    Payload forged = request.approval(NHS_ENGLAND_SLOT);
    request.digest = honest;
    refused(SELECTION_CHANGED, () -> world.act("nina.chair", "decide", forged));
  }

  @Test
  void an_approval_that_leaves_a_field_without_outcome_is_refused() throws SQLException {
    Request request = Request.in(world).submitted();
    List<String> asked = request.fields;
    request.fields = asked.subList(0, 2);
    Payload partial = request.approval(NHS_ENGLAND_SLOT);
    refused(INVALID_INPUT, () -> world.act("nina.chair", "decide", partial));
  }

  @Test
  void a_field_cannot_be_coarsened_to_a_finer_one() throws SQLException {
    Request request = Request.in(world).fields("AGE_BAND_10_YEARS").submitted();
    Payload finer =
        request.decision(
            NHS_ENGLAND_SLOT, "approve", Map.of("AGE_BAND_10_YEARS", "AGE"), List.of());
    refused(INVALID_INPUT, () -> world.act("nina.chair", "decide", finer));
  }

  @Test
  void a_second_approval_of_the_same_version_is_refused() throws SQLException {
    Request request = Request.in(world).submitted().approvedByNhsEngland();
    refused(
        ALREADY_DONE, () -> world.act("nina.chair", "decide", request.approval(NHS_ENGLAND_SLOT)));
  }

  @Test
  void a_payload_that_says_one_thing_twice_is_refused() throws SQLException {
    Request request = Request.in(world).submitted();
    String honest = request.approval(NHS_ENGLAND_SLOT).text();
    Payload twoFaced = new Payload("{\"outcome\":\"reject\"," + honest.substring(1));
    refused(INVALID_INPUT, () -> world.act("nina.chair", "decide", twoFaced));
  }

  @Test
  void a_vote_is_not_a_decision() throws SQLException {
    Request request = Request.in(world).submitted();
    Payload vote =
        Payload.of(
            "version",
            request.version,
            "controllership",
            NHS_ENGLAND_SLOT,
            "vote",
            "approve",
            "comment",
            "fine");
    world.act("ned.member", "vote", vote);

    org.assertj.core.api.Assertions.assertThat(request.openSlots())
        .containsExactly("no-decision", "no-decision");
  }

  @Test
  void the_guard_s_inner_functions_cannot_be_called() {
    denied(
        () ->
            Sql.one(
                thief,
                "SELECT guard.enter('decide', ?, 'password', NULL, '{}', 'x', 'y')",
                UUID.randomUUID()));
  }
}
