package org.didaccess.release.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Days as text, yyyy-MM-dd; each day's text is made once. */
final class DayTexts {

  private static final long FIRST = LocalDate.of(1900, 1, 1).toEpochDay();
  private static final long ORIGIN = LocalDate.of(2000, 1, 1).toEpochDay();
  private static final int KEPT = 1 << 17;
  private static final int LAST_YEAR = 9999;

  private final FieldText[] texts = new FieldText[KEPT];

  /**
   * The text of a day.
   *
   * @param day days from 2000-01-01, as PostgreSQL counts them
   * @throws IOException where it is in no year from 1 to 9999
   */
  FieldText text(int day) throws IOException {
    long place = ORIGIN - FIRST + day;
    if (place < 0 || place >= KEPT) {
      return made(day);
    }
    FieldText text = texts[(int) place];
    if (text == null) {
      text = made(day);
      texts[(int) place] = text;
    }
    return text;
  }

  private static FieldText made(int day) throws IOException {
    LocalDate date = LocalDate.ofEpochDay(ORIGIN + day);
    if (date.getYear() < 1 || date.getYear() > LAST_YEAR) {
      throw new IOException("A day of the opened blocks is in no year from 1 to 9999.");
    }
    byte[] text = date.toString().getBytes(StandardCharsets.US_ASCII);
    return new FieldText(text, 0, text.length);
  }
}
