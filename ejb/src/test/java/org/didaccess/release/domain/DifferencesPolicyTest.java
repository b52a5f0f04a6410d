package org.didaccess.release.domain;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.didaccess.shared.InvalidInput;
import org.junit.jupiter.api.Test;

class DifferencesPolicyTest {

  @Test
  void the_number_that_was_found_is_accepted_and_none_needs_no_word() {
    assertThatCode(() -> DifferencesPolicy.checkAccepted(3, 3L)).doesNotThrowAnyException();
    assertThatCode(() -> DifferencesPolicy.checkAccepted(0, null)).doesNotThrowAnyException();
    assertThatCode(() -> DifferencesPolicy.checkAccepted(0, 0L)).doesNotThrowAnyException();
  }

  @Test
  void another_number_or_silence_is_refused() {
    for (Long wrong : new Long[] {null, 0L, 2L, 4L}) {
      assertThatThrownBy(() -> DifferencesPolicy.checkAccepted(3, wrong))
          .isInstanceOf(InvalidInput.class)
          .hasMessageContaining("Up to 3 people");
    }
  }
}
