package org.didaccess.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.didaccess.guard.GuardWorld.EXAMPLETON;
import static org.didaccess.guard.GuardWorld.SECRET;
import static org.didaccess.guard.Refusals.INVALID_INPUT;
import static org.didaccess.guard.Refusals.LOCKED_OUT;
import static org.didaccess.guard.Refusals.NOT_AUTHORISED;
import static org.didaccess.guard.Refusals.denied;
import static org.didaccess.guard.Refusals.refused;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Guessing, and taking, what only a person should know. */
class GuessedSecretsTest {
  private static final String GUESS = "password1234";
  private static final int MOST = 10;

  private GuardWorld world;
  private String victim;

  @BeforeEach
  void enrol_a_victim() throws SQLException {
    world = GuardWorld.shared();
    victim = "victim." + UUID.randomUUID();
    world.enrol(victim, EXAMPLETON, "Imaging");
  }

  @Test
  void a_wrong_secret_gives_no_ticket() throws SQLException {
    assertThat(world.authorise(victim, GUESS, "submit", Payload.of())).isNull();
  }

  @Test
  void an_unknown_login_looks_like_a_wrong_secret() throws SQLException {
    assertThat(world.authorise("nobody.here", GUESS, "submit", Payload.of())).isNull();
  }

  @Test
  void guesses_that_are_rolled_back_are_counted_all_the_same() throws SQLException {
    try (Connection thief = world.as("did_app")) {
      thief.setAutoCommit(false);
      for (int i = 0; i < MOST; i++) {
        assertThat(guess(thief, GUESS)).isNull();
        thief.rollback();
      }
      refused(LOCKED_OUT, () -> guess(thief, GUESS));
      thief.rollback();
    }
    refused(LOCKED_OUT, () -> world.authorise(victim, SECRET, "submit", Payload.of()));
  }

  @Test
  void a_right_secret_in_time_forgets_the_wrong_ones() throws SQLException {
    for (int i = 0; i < MOST - 1; i++) {
      world.authorise(victim, GUESS, "submit", Payload.of());
    }
    assertThat(world.authorise(victim, SECRET, "submit", Payload.of())).isNotNull();
    assertThat(world.authorise(victim, GUESS, "submit", Payload.of())).isNull();
    assertThat(world.authorise(victim, SECRET, "submit", Payload.of())).isNotNull();
  }

  @Test
  void looking_at_the_hash_for_sign_in_is_counted_through_rollbacks() throws SQLException {
    try (Connection thief = world.as("did_auth")) {
      thief.setAutoCommit(false);
      for (int i = 0; i < MOST; i++) {
        assertThat(Sql.one(thief, "SELECT secret_hash FROM guard.sign_in(?)", victim))
            .startsWith("$2a$");
        thief.rollback();
      }
      assertThat(Sql.one(thief, "SELECT secret_hash FROM guard.sign_in(?)", victim)).isNull();
      assertThat(Sql.one(thief, "SELECT state FROM guard.sign_in_state(?)", victim))
          .isEqualTo("locked");
      thief.rollback();
    }
  }

  @Test
  void a_success_cannot_be_claimed_to_end_a_lock_out() throws SQLException {
    try (Connection thief = world.as("did_auth")) {
      for (int i = 0; i < MOST; i++) {
        Sql.one(thief, "SELECT guard.sign_in(?)", victim);
      }
      Sql.one(thief, "SELECT guard.sign_in_succeeded(?)", victim);
      assertThat(Sql.one(thief, "SELECT secret_hash FROM guard.sign_in(?)", victim)).isNull();
    }
  }

  @Test
  void nobody_resets_a_counter() throws SQLException {
    String counter = "guard.attempt_authorise_" + world.person(victim).toString().replace("-", "");
    try (Connection thief = world.as("did_app")) {
      denied(() -> Sql.run(thief, "SELECT setval('" + counter + "', 0)"));
      denied(() -> Sql.run(thief, "ALTER SEQUENCE " + counter + " RESTART"));
      denied(() -> Sql.run(thief, "DROP SEQUENCE " + counter));
    }
  }

  @Test
  void no_login_reads_the_table_of_secrets() throws SQLException {
    for (String role : Logins.ALL) {
      try (Connection thief = world.as(role)) {
        denied(() -> Sql.run(thief, "SELECT secret_hash FROM ledger.secret"));
      }
    }
  }

  @Test
  void the_application_cannot_look_at_hashes_for_sign_in() throws SQLException {
    try (Connection thief = world.as("did_app")) {
      denied(() -> Sql.one(thief, "SELECT guard.sign_in(?)", victim));
    }
  }

  @Test
  void sign_in_cannot_authorise_an_act() throws SQLException {
    try (Connection thief = world.as("did_auth")) {
      denied(
          () ->
              Sql.one(
                  thief,
                  "SELECT guard.authorise(?, ?, 'submit', ?)",
                  victim,
                  SECRET,
                  Payload.of().digest()));
    }
  }

  @Test
  void a_one_time_link_works_once() throws SQLException {
    String token =
        world.act("alex.admin", "issue_reset", Payload.of("person", world.person(victim)));
    world.close("set_secret(?, ?)", token, "another long secret");
    refused(
        NOT_AUTHORISED, () -> world.close("set_secret(?, ?)", token, "the thief's long secret"));
  }

  @Test
  void a_reset_ends_the_tickets_that_are_out() throws SQLException {
    Payload payload = Payload.of("anything", "x");
    UUID ticket = world.ticket(victim, "submit", payload);
    String token =
        world.act("alex.admin", "issue_reset", Payload.of("person", world.person(victim)));
    world.close("set_secret(?, ?)", token, "another long secret");
    try (Connection thief = world.as("did_app")) {
      refused(NOT_AUTHORISED, () -> GuardWorld.redeem(thief, "submit", ticket, payload));
    }
  }

  @Test
  void sign_in_is_told_of_every_new_secret_so_that_older_sessions_end() throws SQLException {
    try (Connection auth = world.as("did_auth")) {
      long first = secretInForce(auth);
      String token =
          world.act("alex.admin", "issue_reset", Payload.of("person", world.person(victim)));
      assertThat(secretInForce(auth)).isEqualTo(first);

      world.close("set_secret(?, ?)", token, "another long secret");
      long second = secretInForce(auth);
      assertThat(second).isGreaterThan(first);

      world.close("change_secret(?, ?, ?)", victim, "another long secret", "a third long secret");
      assertThat(secretInForce(auth)).isGreaterThan(second);
    }
  }

  private long secretInForce(Connection auth) throws SQLException {
    return Long.parseLong(Sql.one(auth, "SELECT secret FROM guard.sign_in_state(?)", victim));
  }

  @Test
  void a_secret_that_bcrypt_would_cut_is_refused() throws SQLException {
    String token =
        world.act("alex.admin", "issue_reset", Payload.of("person", world.person(victim)));
    refused(INVALID_INPUT, () -> world.close("set_secret(?, ?)", token, "x".repeat(73)));
    refused(INVALID_INPUT, () -> world.close("set_secret(?, ?)", token, "short"));
  }

  @Test
  void the_old_secret_is_needed_for_a_new_one() throws SQLException {
    assertThat(world.close("change_secret(?, ?, ?)", victim, GUESS, "the thief's long secret"))
        .isNull();
  }

  private String guess(Connection thief, String secret) throws SQLException {
    return Sql.one(
        thief, "SELECT guard.authorise(?, ?, 'submit', ?)", victim, secret, Payload.of().digest());
  }
}
