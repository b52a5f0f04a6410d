package org.didaccess.source.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * One record of a submission, cleaned: every value stripped, spaces and hyphens gone from the NHS
 * number, an empty string a null. Dates are read once.
 */
public final class SubmittedRecord {

  private final String[] values;
  private final LocalDate[] dates = new LocalDate[Item.COUNT];

  private SubmittedRecord(String[] values) {
    this.values = values;
    for (Item item : DateChecks.DATES) {
      dates[item.column()] = IsoDate.parse(values[item.column()]);
    }
  }

  /**
   * Cleans the fields of one record.
   *
   * @param fields exactly 18
   */
  public static SubmittedRecord of(List<String> fields) {
    String[] values = new String[Item.COUNT];
    for (int i = 0; i < values.length; i++) {
      values[i] = nullIfEmpty(fields.get(i).strip());
    }
    int nhsNumber = Item.NHS_NUMBER.column();
    if (values[nhsNumber] != null) {
      values[nhsNumber] = nullIfEmpty(NhsNumber.compact(values[nhsNumber]));
    }
    return new SubmittedRecord(values);
  }

  /** The item's value, or null. */
  public String get(Item item) {
    return values[item.column()];
  }

  /** Whether the item has a value. */
  public boolean has(Item item) {
    return values[item.column()] != null;
  }

  /** The item's date, or null where it is missing or unreadable. */
  public LocalDate date(Item item) {
    return dates[item.column()];
  }

  /** The postcode in capitals without spaces, or null. */
  public String compactPostcode() {
    String postcode = get(Item.POSTCODE);
    return postcode == null ? null : Postcodes.compact(postcode);
  }

  /** The referrer code in capitals; 99 where its form is not valid; null where none was sent. */
  public String referrerCode() {
    String code = get(Item.REFERRER);
    if (code == null) {
      return null;
    }
    String capitals = code.toUpperCase(Locale.ROOT);
    return ReferrerCode.isValid(capitals) ? capitals : ReferrerCode.INVALID;
  }

  private static String nullIfEmpty(String value) {
    return value.isEmpty() ? null : value;
  }
}
