package org.didaccess.source.oracle;

import java.util.List;
import java.util.Locale;

/** The forms of codes, written out. */
final class PlainCodes {

  private static final int[][] MULTIPLY = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
    {1, 2, 3, 4, 0, 6, 7, 8, 9, 5},
    {2, 3, 4, 0, 1, 7, 8, 9, 5, 6},
    {3, 4, 0, 1, 2, 8, 9, 5, 6, 7},
    {4, 0, 1, 2, 3, 9, 5, 6, 7, 8},
    {5, 9, 8, 7, 6, 0, 4, 3, 2, 1},
    {6, 5, 9, 8, 7, 1, 0, 4, 3, 2},
    {7, 6, 5, 9, 8, 2, 1, 0, 4, 3},
    {8, 7, 6, 5, 9, 3, 2, 1, 0, 4},
    {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}
  };
  private static final int[][] PERMUTE = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
    {1, 5, 7, 6, 2, 8, 3, 0, 9, 4},
    {5, 8, 0, 3, 7, 9, 6, 1, 4, 2},
    {8, 9, 1, 6, 0, 4, 3, 5, 2, 7},
    {9, 4, 5, 3, 1, 2, 6, 8, 7, 0},
    {4, 2, 8, 6, 5, 7, 3, 9, 0, 1},
    {2, 7, 9, 3, 8, 0, 6, 4, 1, 5},
    {7, 0, 4, 6, 9, 1, 3, 2, 5, 8}
  };

  private PlainCodes() {}

  /** Weights 10 to 2 over the first nine digits; 11 less the remainder is the tenth. */
  static boolean isNhsNumber(String number) {
    if (!number.matches("[0-9]{10}")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += (number.charAt(i) - '0') * (10 - i);
    }
    int check = 11 - sum % 11;
    if (check == 11) {
      check = 0;
    }
    String firstFive = number.substring(0, 5);
    String lastFive = number.substring(5);
    boolean mirrors = new StringBuilder(lastFive).reverse().toString().equals(firstFive);
    return check != 10 && number.charAt(9) - '0' == check && !mirrors;
  }

  static boolean isSnomed(String code) {
    if (!code.matches("[0-9]{6,18}") || !code.matches(".*(00|10).")) {
      return false;
    }
    String reversed = new StringBuilder(code).reverse().toString();
    int check = 0;
    for (int i = 0; i < reversed.length(); i++) {
      check = MULTIPLY[check][PERMUTE[i % 8][reversed.charAt(i) - '0']];
    }
    return check == 0;
  }

  static boolean isPostcode(String text) {
    String capitals = text.toUpperCase(Locale.ROOT);
    return capitals.matches("GIR ?0AA")
        || List.of("A9", "A99", "AA9", "AA99", "A9A", "AA9A").stream()
            .map(form -> form.replace("A", "[A-Z]").replace("9", "[0-9]"))
            .anyMatch(outward -> capitals.matches(outward + " ?[0-9][A-Z][A-Z]"));
  }

  static boolean isReferrer(String text) {
    String code = text.toUpperCase(Locale.ROOT);
    return code.matches("[CDGS][0-9]{1,7}")
        || code.matches("(CH|DT|CD|PH|SL)[0-9]{1,6}")
        || code.matches("[0-9]{2}[A-Z][0-9]{4}[A-Z]")
        || code.matches("Z[ENSW][0-9]{6}")
        || List.of(
                "H9999998", "M9999998", "R9999981", "A9999998", "P9999981", "X9999998", "N9999998")
            .contains(code);
  }
}
