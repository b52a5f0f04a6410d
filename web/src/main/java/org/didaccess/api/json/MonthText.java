package org.didaccess.api.json;

import jakarta.json.bind.adapter.JsonbAdapter;
import java.time.YearMonth;

/** A month as {@code yyyy-MM}; JSON-B has no form of its own for it. */
public class MonthText implements JsonbAdapter<YearMonth, String> {

  @Override
  public String adaptToJson(YearMonth month) {
    return month.toString();
  }

  @Override
  public YearMonth adaptFromJson(String text) {
    return YearMonth.parse(text);
  }
}
