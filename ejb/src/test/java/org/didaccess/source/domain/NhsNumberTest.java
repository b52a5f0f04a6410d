package org.didaccess.source.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The check digit beside the check. */
class NhsNumberTest {

  @Test
  void the_check_digit_is_the_one_that_the_check_accepts() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      long nine = 100_000_000L + random.nextInt(900_000_000);
      int check = NhsNumber.checkDigit(nine);
      int[] accepted =
          IntStream.range(0, 10).filter(last -> NhsNumber.isValid(nine + "" + last)).toArray();
      if (check == 10) {
        assertThat(accepted).isEmpty();
      } else {
        assertThat(accepted).as("%s", nine).containsExactly(check);
      }
    }
  }

  @Test
  void a_number_that_mirrors_itself_has_a_check_digit_and_is_refused() {
    long mirrored = mirroredWithCheck();
    assertThat(NhsNumber.isValid(Long.toString(mirrored))).isFalse();
  }

  /** The first number of five digits and their mirror whose last digit is right. */
  private static long mirroredWithCheck() {
    for (int half = 90_000; half < 100_000; half++) {
      long number = Long.parseLong(half + new StringBuilder().append(half).reverse().toString());
      if (NhsNumber.checkDigit(number / 10) == number % 10) {
        return number;
      }
    }
    throw new AssertionError("no such number");
  }
}
