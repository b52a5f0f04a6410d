package org.didaccess.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.didaccess.guard.GuardWorld.NHS_ENGLAND_SLOT;
import static org.didaccess.guard.GuardWorld.PHE_SLOT;
import static org.didaccess.guard.GuardWorld.SECRET;
import static org.didaccess.guard.Refusals.NOT_AUTHORISED;
import static org.didaccess.guard.Refusals.SESSION;
import static org.didaccess.guard.Refusals.denied;
import static org.didaccess.guard.Refusals.refused;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A ticket serves one person, one act and one exact text, once, for five minutes. */
class TicketsTest {
  private GuardWorld world;
  private Request request;

  @BeforeEach
  void submit() throws SQLException {
    world = GuardWorld.shared();
    request = Request.in(world).submitted();
  }

  @Test
  void an_invented_ticket_is_refused() {
    refused(NOT_AUTHORISED, () -> redeem("decide", UUID.randomUUID(), approval()));
  }

  @Test
  void no_ticket_at_all_is_refused() {
    refused(NOT_AUTHORISED, () -> redeem("decide", null, approval()));
  }

  @Test
  void a_used_ticket_is_refused() throws SQLException {
    Payload approval = approval();
    UUID ticket = world.ticket("nina.chair", "decide", approval);
    redeem("decide", ticket, approval);
    refused(NOT_AUTHORISED, () -> redeem("decide", ticket, approval));
  }

  @Test
  void a_ticket_for_a_rejection_does_not_approve() throws SQLException {
    Payload rejection =
        request.decision(NHS_ENGLAND_SLOT, "reject", java.util.Map.of(), java.util.List.of());
    UUID ticket = world.ticket("nina.chair", "decide", rejection);
    refused(NOT_AUTHORISED, () -> redeem("decide", ticket, approval()));
  }

  @Test
  void a_ticket_for_a_vote_does_not_decide() throws SQLException {
    Payload approval = approval();
    UUID ticket = world.ticket("nina.chair", "vote", approval);
    refused(NOT_AUTHORISED, () -> redeem("decide", ticket, approval));
  }

  @Test
  void one_chair_s_ticket_does_not_serve_the_other_s_text() throws SQLException {
    UUID ticket = world.ticket("nina.chair", "decide", approval());
    refused(NOT_AUTHORISED, () -> redeem("decide", ticket, request.approval(PHE_SLOT)));
  }

  @Test
  void a_ticket_of_six_minutes_ago_is_refused() throws SQLException {
    Payload approval = approval();
    UUID ticket = world.ticket("nina.chair", "decide", approval);
    world.asSuperuser(
        "UPDATE guard.ticket SET issued_at = issued_at - interval '6 minutes' WHERE id = ?",
        ticket);
    refused(NOT_AUTHORISED, () -> redeem("decide", ticket, approval));
  }

  @Test
  void a_ticket_cannot_be_got_and_used_in_one_transaction() throws SQLException {
    Payload approval = approval();
    try (Connection thief = world.as("did_app")) {
      thief.setAutoCommit(false);
      String ticket =
          Sql.one(
              thief,
              "SELECT guard.authorise('nina.chair', ?, 'decide', ?)",
              SECRET,
              approval.digest());
      refused(
          NOT_AUTHORISED,
          () -> GuardWorld.redeem(thief, "decide", UUID.fromString(ticket), approval));
    }
  }

  @Test
  void an_act_on_an_old_snapshot_is_refused() throws SQLException {
    Payload approval = approval();
    UUID ticket = world.ticket("nina.chair", "decide", approval);
    try (Connection thief = world.as("did_app")) {
      thief.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      refused(SESSION, () -> GuardWorld.redeem(thief, "decide", ticket, approval));
    }
  }

  @Test
  void two_sessions_cannot_use_one_ticket() throws SQLException {
    Payload approval = approval();
    UUID ticket = world.ticket("nina.chair", "decide", approval);
    try (Connection first = world.as("did_app");
        Connection second = world.as("did_app")) {
      first.setAutoCommit(false);
      GuardWorld.redeem(first, "decide", ticket, approval);
      Sql.run(second, "SET lock_timeout = '300ms'");
      Refusals.fails("55P03", () -> GuardWorld.redeem(second, "decide", ticket, approval));
      first.commit();
      refused(NOT_AUTHORISED, () -> GuardWorld.redeem(second, "decide", ticket, approval));
    }
  }

  @Test
  void tickets_cannot_be_read_made_or_renewed() throws SQLException {
    try (Connection thief = world.as("did_app")) {
      denied(() -> Sql.run(thief, "SELECT * FROM guard.ticket"));
      denied(() -> Sql.run(thief, "UPDATE guard.ticket SET used_at = NULL"));
      denied(
          () ->
              Sql.run(
                  thief,
                  "INSERT INTO guard.ticket (person_id, act, payload_sha256) VALUES"
                      + " (gen_random_uuid(), 'decide', 'x')"));
    }
  }

  @Test
  void the_entry_keeps_the_exact_text_and_the_ticket() throws SQLException {
    Payload approval = approval();
    UUID ticket = world.ticket("nina.chair", "decide", approval);
    redeem("decide", ticket, approval);

    assertThat(
            world.asSuperuser(
                "SELECT payload FROM ledger.entry WHERE evidence = ? AND payload_sha256 = ?",
                ticket.toString(),
                approval.digest()))
        .isEqualTo(approval.text());
  }

  private Payload approval() {
    return request.approval(NHS_ENGLAND_SLOT);
  }

  private void redeem(String act, UUID ticket, Payload payload) throws SQLException {
    try (Connection thief = world.as("did_app")) {
      GuardWorld.redeem(thief, act, ticket, payload);
    }
  }
}
