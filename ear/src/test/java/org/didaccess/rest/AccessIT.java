package org.didaccess.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every operation is open to exactly those whom the table names. */
class AccessIT {
  /** The answer to a role, not to a person or a thing. */
  private static final String BY_ROLE = "Your roles do not allow this.";

  private final Map<String, Set<Who>> table = AccessTable.rows();

  @Test
  void the_table_names_every_operation_and_no_other() {
    assertThat(Operation.all())
        .extracting(Operation::toString)
        .containsExactlyElementsOf(table.keySet());
  }

  @TestFactory
  Stream<DynamicTest> an_operation_is_open_to() {
    return Operation.all().stream()
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation + ": " + table.get(operation.toString()),
                    () -> checkEverybody(operation)));
  }

  private void checkEverybody(Operation operation) {
    SoftAssertions softly = new SoftAssertions();
    Arrays.stream(Who.values()).forEach(who -> check(softly, operation, who));
    softly.assertAll();
  }

  private void check(SoftAssertions softly, Operation operation, Who who) {
    boolean endsSession = operation.toString().equals("DELETE /session");
    Caller caller = endsSession ? who.inOwnSession() : who.caller();
    Call call = operation.aboutNothing();
    boolean open = table.get(operation.toString()).contains(who);
    if (open && operation.changes() && who != Who.NOBODY) {
      Answer forged = caller.send(call.header(Call.CSRF, null));
      softly
          .assertThat(forged.code())
          .as("%s without token: %s", who, forged)
          .isEqualTo("csrf-token");
    }
    Answer answer = caller.send(call);
    softly.assertThat(answer.status()).as("%s: %s", who, answer).isLessThan(500);
    if (open) {
      softly.assertThat(refusedByRole(answer)).as("%s: %s", who, answer).isFalse();
    } else {
      softly
          .assertThat(answer.status())
          .as("%s: %s", who, answer)
          .isEqualTo(who == Who.NOBODY ? 401 : 403);
      softly.assertThat(answer.isProblem()).as("%s: %s", who, answer).isTrue();
    }
  }

  private static boolean refusedByRole(Answer answer) {
    return answer.code().equals("not-signed-in")
        || (answer.status() == 403 && answer.detail().equals(BY_ROLE));
  }
}
