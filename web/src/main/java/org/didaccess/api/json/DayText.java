package org.didaccess.api.json;

import jakarta.json.bind.adapter.JsonbAdapter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * A day as {@code yyyy-MM-dd} and nothing else: no year of five digits, no day that there is not.
 */
public class DayText implements JsonbAdapter<LocalDate, String> {

  private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  @Override
  public String adaptToJson(LocalDate day) {
    return day.toString();
  }

  @Override
  public LocalDate adaptFromJson(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new DateTimeException("not of the form yyyy-MM-dd");
    }
    return LocalDate.parse(text);
  }
}
