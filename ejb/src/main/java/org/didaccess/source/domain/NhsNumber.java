package org.didaccess.source.domain;

/** The NHS number's own rules. */
public final class NhsNumber {

  /** Digits in an NHS number. */
  public static final int LENGTH = 10;

  private NhsNumber() {}

  /** As it was written, without spaces around it and spaces and hyphens within it. */
  public static String compact(String written) {
    String number = written.strip();
    return number.indexOf(' ') < 0 && number.indexOf('-') < 0
        ? number
        : number.replace(" ", "").replace("-", "");
  }

  /**
   * Whether the last digit is the {@linkplain #checkDigit check digit} of the others. A number
   * whose last five digits mirror its first five is refused too.
   */
  public static boolean isValid(String number) {
    if (number.length() != LENGTH) {
      return false;
    }
    long digits = 0;
    for (int i = 0; i < LENGTH; i++) {
      int digit = number.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      digits = 10 * digits + digit;
    }
    return checkDigit(digits / 10) == digits % 10 && !isMirrored(number);
  }

  /**
   * The tenth digit after these nine: modulus 11 with the weights 10 to 2. A check of 11 is written
   * 0; 10 means that no number begins with them.
   */
  public static int checkDigit(long nine) {
    int sum = 0;
    long left = nine;
    for (int weight = 2; weight <= LENGTH; weight++) {
      sum += (int) (left % 10) * weight;
      left /= 10;
    }
    return (11 - sum % 11) % 11;
  }

  private static boolean isMirrored(String number) {
    for (int i = 0; i < LENGTH / 2; i++) {
      if (number.charAt(i) != number.charAt(LENGTH - 1 - i)) {
        return false;
      }
    }
    return true;
  }
}
