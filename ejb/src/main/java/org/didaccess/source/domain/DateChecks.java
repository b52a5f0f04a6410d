package org.didaccess.source.domain;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Rules about dates. A comparison holds when either date is missing or unreadable: the date's own
 * format rule reports it once, and no other rule repeats it.
 */
final class DateChecks {

  static final Set<Item> DATES =
      EnumSet.of(
          Item.BIRTH_DATE, Item.REQUEST_DATE, Item.RECEIVED_DATE, Item.TEST_DATE, Item.REPORT_DATE);

  private static final LocalDate FIRST_BIRTH = LocalDate.of(1900, 1, 2);
  private static final LocalDate FIRST_REQUEST = LocalDate.of(1970, 1, 1);
  private static final int UNBORN_MONTHS = 6;
  private static final int OLD_REQUEST_DAYS = 365;
  private static final int LATE_MONTHS = 4;
  private static final int TOO_LATE_MONTHS = 7;

  private DateChecks() {}

  static Map<String, RecordCheck> byRule() {
    return Map.ofEntries(
        Map.entry("DIDS005", readable(Item.BIRTH_DATE)),
        Map.entry("DIDS026", readable(Item.REQUEST_DATE)),
        Map.entry("DIDS036", readable(Item.RECEIVED_DATE)),
        Map.entry("DIDS045", readable(Item.TEST_DATE)),
        Map.entry("DIDS061", readable(Item.REPORT_DATE)),
        Map.entry("DIDS006", inOrder(Item.BIRTH_DATE, Item.TEST_DATE)),
        Map.entry("DIDS008", inOrder(Item.BIRTH_DATE, Item.REPORT_DATE)),
        Map.entry("DIDS027", inOrder(Item.REQUEST_DATE, Item.RECEIVED_DATE)),
        Map.entry("DIDS034", inOrder(Item.REQUEST_DATE, Item.TEST_DATE)),
        Map.entry("DIDS035", inOrder(Item.REQUEST_DATE, Item.REPORT_DATE)),
        Map.entry("DIDS043", inOrder(Item.RECEIVED_DATE, Item.TEST_DATE)),
        Map.entry("DIDS044", inOrder(Item.RECEIVED_DATE, Item.REPORT_DATE)),
        Map.entry("DIDS048", inOrder(Item.TEST_DATE, Item.REPORT_DATE)),
        Map.entry("DIDS009", notBefore(Item.BIRTH_DATE, FIRST_BIRTH)),
        Map.entry("DIDS031", notBefore(Item.REQUEST_DATE, FIRST_REQUEST)),
        Map.entry("DIDS041", notBefore(Item.RECEIVED_DATE, FIRST_REQUEST)),
        Map.entry("DIDS010", both(Item.REQUEST_DATE, Item.BIRTH_DATE, DateChecks::mayBeUnborn)),
        Map.entry("DIDS040", both(Item.RECEIVED_DATE, Item.BIRTH_DATE, DateChecks::mayBeUnborn)),
        Map.entry("DIDS028", both(Item.REQUEST_DATE, Item.TEST_DATE, DateChecks::withinAYear)),
        Map.entry("DIDS038", both(Item.RECEIVED_DATE, Item.TEST_DATE, DateChecks::withinAYear)),
        Map.entry("DIDS062", both(Item.TEST_DATE, Item.REPORT_DATE, DateChecks::withinAMonth)),
        Map.entry("DIDS050", (submitted, context) -> submitted.has(Item.TEST_DATE)),
        Map.entry("DIDS051", notAfterReceipt(Item.TEST_DATE)),
        Map.entry("DIDS066", notAfterReceipt(Item.REPORT_DATE)),
        Map.entry("DIDS055", DateChecks::isNotTooLate),
        Map.entry("DIDS049", DateChecks::isNotLate));
  }

  private static RecordCheck readable(Item item) {
    return (submitted, context) -> !submitted.has(item) || submitted.date(item) != null;
  }

  private static RecordCheck inOrder(Item earlier, Item later) {
    return both(earlier, later, (first, second) -> !first.isAfter(second));
  }

  private static RecordCheck notBefore(Item item, LocalDate first) {
    return (submitted, context) -> {
      LocalDate date = submitted.date(item);
      return date == null || !date.isBefore(first);
    };
  }

  private static RecordCheck notAfterReceipt(Item item) {
    return (submitted, context) -> {
      LocalDate date = submitted.date(item);
      return date == null || !date.isAfter(context.receivedOn());
    };
  }

  private static RecordCheck both(
      Item first, Item second, BiPredicate<LocalDate, LocalDate> comparison) {
    return (submitted, context) -> {
      LocalDate one = submitted.date(first);
      LocalDate other = submitted.date(second);
      return one == null || other == null || comparison.test(one, other);
    };
  }

  /** Tests of an unborn child are asked for before its birth. */
  private static boolean mayBeUnborn(LocalDate asked, LocalDate birth) {
    return MonthSpan.between(MonthSpan.monthEnd(birth), MonthSpan.monthEnd(asked))
        .isAtMost(UNBORN_MONTHS);
  }

  private static boolean withinAYear(LocalDate asked, LocalDate test) {
    return !asked.isBefore(test.minusDays(OLD_REQUEST_DAYS));
  }

  private static boolean withinAMonth(LocalDate test, LocalDate report) {
    return MonthSpan.between(report, test).isAtMost(1);
  }

  private static boolean isNotTooLate(SubmittedRecord submitted, CheckContext context) {
    return testIsWithin(TOO_LATE_MONTHS, submitted, context);
  }

  /** A test that is too late is rejected by its own rule and not warned about as well. */
  private static boolean isNotLate(SubmittedRecord submitted, CheckContext context) {
    return testIsWithin(LATE_MONTHS, submitted, context)
        || !testIsWithin(TOO_LATE_MONTHS, submitted, context);
  }

  private static boolean testIsWithin(int months, SubmittedRecord submitted, CheckContext context) {
    LocalDate test = submitted.date(Item.TEST_DATE);
    return test == null || MonthSpan.between(context.monthOfReceiptEnd(), test).isLessThan(months);
  }
}
