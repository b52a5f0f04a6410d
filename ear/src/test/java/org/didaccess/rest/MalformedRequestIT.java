package org.didaccess.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What cannot be read is refused in words, whatever it is and wherever it is sent. */
class MalformedRequestIT {
  private final Map<String, Set<Who>> table = AccessTable.rows();

  @TestFactory
  Stream<DynamicTest> a_body_that_cannot_be_read_is_refused_by() {
    return Operation.all().stream()
        .filter(Operation::takesJson)
        .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> sendAll(operation)));
  }

  private void sendAll(Operation operation) {
    Caller caller = allowed(operation);
    SoftAssertions softly = new SoftAssertions();
    for (Malformed malformed : Malformed.ALL) {
      Answer answer = caller.send(malformed.of(operation.aboutNothing()));
      softly
          .assertThat(answer.status())
          .as("%s: %s", malformed.name(), answer)
          .isEqualTo(malformed.status());
      softly.assertThat(answer.isProblem()).as("%s: %s", malformed.name(), answer).isTrue();
    }
    softly.assertAll();
  }

  @TestFactory
  Stream<DynamicTest> a_value_of_another_type_is_refused_by() {
    return Operation.all().stream()
        .filter(Operation::takesJson)
        .map(
            operation ->
                DynamicTest.dynamicTest(operation.toString(), () -> sendWrongTypes(operation)));
  }

  private void sendWrongTypes(Operation operation) {
    Caller caller = allowed(operation);
    SoftAssertions softly = new SoftAssertions();
    for (String body : new BodySchema(operation).withWrongTypes()) {
      Answer answer = caller.send(operation.aboutNothing().json(body));
      softly.assertThat(answer.status()).as("%s: %s", body, answer).isIn(400, 422);
      softly.assertThat(answer.isProblem()).as("%s: %s", body, answer).isTrue();
    }
    softly.assertAll();
  }

  @Test
  void an_address_says_which_methods_it_offers() {
    SoftAssertions softly = new SoftAssertions();
    for (Operation operation : Operation.all()) {
      Answer answer =
          Who.ADMINISTRATOR.caller().send(Call.of("PATCH", operation.filled("0")).json("{}"));
      softly.assertThat(answer.status()).as("%s: %s", operation, answer).isIn(404, 405);
      softly.assertThat(answer.isProblem()).as("%s: %s", operation, answer).isTrue();
    }
    softly.assertAll();
  }

  @Test
  void the_server_is_as_well_as_before() {
    assertThat(Who.NOBODY.caller().get("/health/ready").status()).isEqualTo(200);
  }

  /** Somebody who may call it: nobody where everybody may, so that no session is in play. */
  private Caller allowed(Operation operation) {
    return table.get(operation.toString()).iterator().next().caller();
  }
}
