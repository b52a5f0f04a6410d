package org.didaccess.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.didaccess.shared.DomainException;
import org.didaccess.shared.GuardRefused;
import org.didaccess.shared.IllegalMove;
import org.didaccess.shared.InvalidInput;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.NotPermitted;
import org.didaccess.shared.StaleVersion;
import org.didaccess.shared.WrongSecret;
import org.junit.jupiter.api.Test;

class DomainProblemsTest {

  @Test
  void each_business_error_has_its_status() {
    Map<DomainException, Integer> expected =
        Map.of(
            new NotFound("agreement"), 404,
            new NotPermitted("own-application", "Nobody decides on their own application."), 403,
            new IllegalMove("A draft cannot be signed."), 409,
            new StaleVersion(), 412,
            new InvalidInput("title", "Give a title."), 422,
            new WrongSecret(), 403,
            new GuardRefused("DA005", "An approval is missing."), 409,
            new GuardRefused("DA013", "The account is locked."), 429);
    expected.forEach(
        (failure, status) ->
            assertThat(DomainProblems.of(failure).status()).as(failure.code()).isEqualTo(status));
  }

  @Test
  void wrong_fields_are_named() {
    Problem problem = DomainProblems.of(new InvalidInput("title", "Give a title."));
    assertThat(problem.errors()).singleElement().extracting("field").isEqualTo("title");
    assertThat(problem.type()).isEqualTo("urn:didaccess:problem:invalid-input");
  }
}
