package org.didaccess.guard;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** How an attack ends. */
final class Refusals {
  static final String NOT_AUTHORISED = "DA001";
  static final String NOT_ENTITLED = "DA002";
  static final String SEPARATION_OF_DUTIES = "DA003";
  static final String SELECTION_CHANGED = "DA004";
  static final String APPROVAL_MISSING = "DA005";
  static final String CONTROLLER_DISSOLVED = "DA006";
  static final String NOT_SIGNED = "DA007";
  static final String NOT_ACTIVE = "DA008";
  static final String CONDITION_OPEN = "DA009";
  static final String RECIPIENT_NOT_APPROVED = "DA010";
  static final String UNAPPROVED_COLUMN = "DA011";
  static final String INVALID_INPUT = "DA012";
  static final String LOCKED_OUT = "DA013";
  static final String ALREADY_DONE = "DA014";
  static final String SESSION = "DA015";
  static final String ANOTHER_KEY = "DA016";

  private static final String NO_RIGHT = "42501";
  private static final String ENDED_BY_ADMINISTRATOR = "57P01";

  private Refusals() {}

  /** The guard says no, with this code. */
  static AbstractThrowableAssert<?, ?> refused(String code, ThrowingCallable attack) {
    return fails(code, attack);
  }

  /** PostgreSQL says no: the login has no right to this. */
  static AbstractThrowableAssert<?, ?> denied(ThrowingCallable attack) {
    return fails(NO_RIGHT, attack);
  }

  /** The session is ended while, or before, it does this. */
  static void ended(ThrowingCallable attack) {
    assertThatThrownBy(attack)
        .isInstanceOfSatisfying(
            SQLException.class,
            e ->
                org.assertj.core.api.Assertions.assertThat(e.getSQLState())
                    .isIn(ENDED_BY_ADMINISTRATOR, "08006", "08003"));
  }

  static AbstractThrowableAssert<?, ?> fails(String state, ThrowingCallable attack) {
    return assertThatThrownBy(attack)
        .isInstanceOfSatisfying(
            SQLException.class,
            e ->
                org.assertj.core.api.Assertions.assertThat(e.getSQLState())
                    .as(e.getMessage())
                    .isEqualTo(state));
  }
}
