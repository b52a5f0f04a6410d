package org.didaccess.source.domain;

/** The form of a SNOMED CT concept identifier. */
public final class SnomedCode {

  private static final int[][] PERMUTATION = permutations();

  private SnomedCode() {}

  /** 6 to 18 digits, the two before the last 00 or 10, and Verhoeff's check holds. */
  public static boolean hasForm(String code) {
    int length = code.length();
    if (length < 6 || length > 18 || !isDigits(code)) {
      return false;
    }
    char partition = code.charAt(length - 3);
    return code.charAt(length - 2) == '0'
        && (partition == '0' || partition == '1')
        && verhoeffHolds(code);
  }

  private static boolean isDigits(String code) {
    for (int i = 0; i < code.length(); i++) {
      if (code.charAt(i) < '0' || code.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean verhoeffHolds(String digits) {
    int check = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      check = product(check, PERMUTATION[i % 8][digit]);
    }
    return check == 0;
  }

  /** Multiplication in the dihedral group of order ten. */
  private static int product(int left, int right) {
    if (left < 5) {
      return right < 5 ? (left + right) % 5 : 5 + (left + right - 5) % 5;
    }
    return right < 5 ? 5 + Math.floorMod(left - 5 - right, 5) : Math.floorMod(left - right, 5);
  }

  private static int[][] permutations() {
    int[][] table = new int[8][];
    table[0] = new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    table[1] = new int[] {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};
    for (int i = 2; i < table.length; i++) {
      table[i] = new int[10];
      for (int digit = 0; digit < 10; digit++) {
        table[i][digit] = table[i - 1][table[1][digit]];
      }
    }
    return table;
  }
}
