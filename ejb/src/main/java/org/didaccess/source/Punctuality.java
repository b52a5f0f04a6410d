package org.didaccess.source;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Whether a provider's submission came in time: by the end of the month after the one it reports.
 * The standard names no day; tests more than three months old are warned of, so that a month late
 * is late enough to be told.
 */
public enum Punctuality {
  IN_TIME("In time"),
  LATE("Late"),
  DUE("Not yet due"),
  MISSING("Missing");

  private final String label;

  Punctuality(String label) {
    this.label = label;
  }

  /** The last day on which a month's submission is in time. */
  public static LocalDate lastDay(YearMonth month) {
    return month.plusMonths(1).atEndOfMonth();
  }

  /**
   * How a month stands.
   *
   * @param month what is reported
   * @param receivedOn when it was received first, or null where it was not
   * @param today the day on which somebody asks
   */
  public static Punctuality of(YearMonth month, LocalDate receivedOn, LocalDate today) {
    LocalDate lastDay = lastDay(month);
    if (receivedOn == null) {
      return today.isAfter(lastDay) ? MISSING : DUE;
    }
    return receivedOn.isAfter(lastDay) ? LATE : IN_TIME;
  }

  /** In words. */
  public String label() {
    return label;
  }
}
