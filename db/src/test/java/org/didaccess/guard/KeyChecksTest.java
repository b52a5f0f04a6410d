package org.didaccess.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.didaccess.guard.Refusals.ANOTHER_KEY;
import static org.didaccess.guard.Refusals.NOT_ACTIVE;
import static org.didaccess.guard.Refusals.NOT_AUTHORISED;
import static org.didaccess.guard.Refusals.denied;
import static org.didaccess.guard.Refusals.refused;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * All tokens of an agreement come of one key, whoever has lost it and whichever server has another.
 */
class KeyChecksTest {

  private static final UUID MARKS = null;

  private GuardWorld world;
  private Request request;

  @BeforeEach
  void a_run() throws SQLException {
    world = GuardWorld.fresh();
    request = Request.in(world).fields("AGE", "PERSON_ID").active().ordered();
  }

  @Test
  void the_key_that_was_used_first_is_known_and_taken_again_and_no_other_is() throws SQLException {
    assertThat(isKnown(request, request.agreement)).isFalse();
    confirm(request, request.agreement, 1);
    assertThat(isKnown(request, request.agreement)).isTrue();
    confirm(request, request.agreement, 1);
    refused(ANOTHER_KEY, () -> confirm(request, request.agreement, 2))
        .hasMessageContaining("Restore the key store");
  }

  @Test
  void a_later_run_of_the_agreement_needs_the_same_key() throws SQLException {
    confirm(request, request.agreement, 1);
    request.orderedAgain();
    assertThat(isKnown(request, request.agreement)).isTrue();
    refused(ANOTHER_KEY, () -> confirm(request, request.agreement, 2));
  }

  @Test
  void the_secret_of_the_marks_is_one_for_all_agreements() throws SQLException {
    assertThat(isKnown(request, MARKS)).isFalse();
    confirm(request, MARKS, 1);
    Request other = Request.in(world).fields("AGE").active().ordered();
    assertThat(isKnown(other, MARKS)).isTrue();
    refused(ANOTHER_KEY, () -> confirm(other, MARKS, 2)).hasMessageContaining("marks");
    confirm(other, other.agreement, 2);
  }

  @Test
  void what_was_published_used_a_key_though_none_was_told_apart_then() throws SQLException {
    Request monthly = Request.in(world).fields("AGE").monthly().active().ordered().published();
    monthly.orderedAgain();
    assertThat(isKnown(monthly, monthly.agreement)).isTrue();
    assertThat(isKnown(monthly, MARKS)).isTrue();
    assertThat(isKnown(request, request.agreement)).isFalse();
  }

  @Test
  void a_bridge_states_the_keys_of_the_two_that_it_joins_and_of_no_third() throws SQLException {
    Request second = Request.in(world).fields("MODALITY", "PERSON_ID").active();
    Request third = Request.in(world).fields("AGE").active();
    Request bridge = Request.in(world).bridging(request, second).active().ordered();
    confirm(bridge, request.agreement, 1);
    confirm(bridge, second.agreement, 2);
    refused(NOT_AUTHORISED, () -> confirm(bridge, third.agreement, 3));
    refused(NOT_AUTHORISED, () -> isKnown(bridge, third.agreement));
    refused(ANOTHER_KEY, () -> confirm(request, request.agreement, 3));
  }

  @Test
  void a_run_that_may_not_be_read_states_nothing() throws SQLException {
    request.suspend();
    refused(NOT_ACTIVE, () -> confirm(request, request.agreement, 1));
    refused(NOT_ACTIVE, () -> isKnown(request, request.agreement));
  }

  @Test
  void whoever_has_not_the_runs_token_states_nothing() throws SQLException {
    try (Connection release = world.as("did_release")) {
      refused(
          NOT_AUTHORISED,
          () ->
              Sql.one(
                  release,
                  "SELECT guard.confirm_key(?, 'guessed', ?, ?)::text",
                  request.run,
                  request.agreement,
                  check(1)));
      for (String forgery :
          new String[] {
            "INSERT INTO ledger.key_check (agreement_id, check_value, first_run)"
                + " VALUES (NULL, '\\x00', gen_random_uuid()) RETURNING 'forged'",
            "SELECT encode(check_value, 'hex') FROM ledger.key_check"
          }) {
        denied(() -> Sql.one(release, forgery));
      }
    }
  }

  @Test
  void no_other_login_asks_or_states_and_nobody_changes_what_was_stated() throws SQLException {
    confirm(request, request.agreement, 1);
    for (String login : new String[] {"did_app", "did_loader", "did_auditor", "did_auth"}) {
      try (Connection thief = world.as(login)) {
        denied(
            () ->
                Sql.one(
                    thief,
                    "SELECT guard.confirm_key(?, ?, ?, ?)::text",
                    request.run,
                    request.runToken,
                    request.agreement,
                    check(2)));
        denied(
            () ->
                Sql.one(
                    thief,
                    "SELECT guard.key_is_known(?, ?, ?)::text",
                    request.run,
                    request.runToken,
                    request.agreement));
        denied(() -> Sql.one(thief, "DELETE FROM ledger.key_check RETURNING 'gone'"));
      }
    }
    refused(
            Refusals.INVALID_INPUT,
            () -> world.asSuperuser("DELETE FROM ledger.key_check RETURNING 'gone'"))
        .hasMessageContaining("append-only");
  }

  private boolean isKnown(Request asking, UUID agreement) throws SQLException {
    try (Connection release = world.as("did_release")) {
      return "true"
          .equals(
              Sql.one(
                  release,
                  "SELECT guard.key_is_known(?, ?, ?::uuid)::text",
                  asking.run,
                  asking.runToken,
                  agreement));
    }
  }

  private void confirm(Request stating, UUID agreement, int key) throws SQLException {
    try (Connection release = world.as("did_release")) {
      Sql.one(
          release,
          "SELECT guard.confirm_key(?, ?, ?::uuid, ?)::text",
          stating.run,
          stating.runToken,
          agreement,
          check(key));
    }
  }

  private static byte[] check(int key) {
    byte[] value = new byte[16];
    Arrays.fill(value, (byte) key);
    return value;
  }
}
