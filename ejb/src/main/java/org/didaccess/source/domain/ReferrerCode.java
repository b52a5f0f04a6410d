package org.didaccess.source.domain;

import java.util.regex.Pattern;

/** The forms of a referrer code, all in capitals. */
public final class ReferrerCode {

  /** What an invalid code becomes. */
  public static final String INVALID = "99";

  private static final Pattern FORM =
      Pattern.compile(
          "[CDGS]\\d{1,7}|(?:CH|DT|CD|PH|SL)\\d{1,6}|\\d{2}[A-Z]\\d{4}[A-Z]|Z[ENSW]\\d{6}"
              + "|H9999998|M9999998|R9999981|A9999998|P9999981|X9999998|N9999998");

  private ReferrerCode() {}

  /** Whether the code, in capitals, has one of the valid forms. */
  public static boolean isValid(String capitals) {
    return FORM.matcher(capitals).matches();
  }
}
