package org.didaccess.source.domain;

import static org.didaccess.source.Submissions.good;
import static org.didaccess.source.domain.Item.BIRTH_DATE;
import static org.didaccess.source.domain.Item.RECEIVED_DATE;
import static org.didaccess.source.domain.Item.REPORT_DATE;
import static org.didaccess.source.domain.Item.REQUEST_DATE;
import static org.didaccess.source.domain.Item.TEST_DATE;
import static org.didaccess.source.domain.RuleLine.breaks;
import static org.didaccess.source.domain.RuleLine.keeps;
import static org.didaccess.source.domain.RuleLine.on;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.didaccess.source.Submissions;

/** Lines about the five dates. */
final class DateLines {

  private DateLines() {}

  static Stream<RuleLine> all() {
    return Stream.of(
        keeps("DIDS005", "29 February of a leap year", good().with(BIRTH_DATE, "1960-02-29")),
        breaks("DIDS005", "29 February of another", good().with(BIRTH_DATE, "1961-02-29")),
        breaks("DIDS005", "another form", good().with(BIRTH_DATE, "17/05/1960")),
        keeps("DIDS006", "birth on the test's day", good().with(BIRTH_DATE, "2024-04-20")),
        breaks("DIDS006", "birth the day after", good().with(BIRTH_DATE, "2024-04-21")),
        keeps("DIDS006", "an unreadable birth date", good().with(BIRTH_DATE, "2024-04-99")),
        keeps("DIDS008", "birth on the report's day", good().with(BIRTH_DATE, "2024-04-22")),
        breaks("DIDS008", "birth the day after", good().with(BIRTH_DATE, "2024-04-23")),
        keeps("DIDS009", "2 January 1900", good().with(BIRTH_DATE, "1900-01-02")),
        breaks("DIDS009", "1 January 1900", good().with(BIRTH_DATE, "1900-01-01")),
        keeps(
            "DIDS010",
            "birth 6 months after the request",
            born("2024-04-01").with(REQUEST_DATE, "2023-10-31")),
        breaks(
            "DIDS010",
            "birth 7 months after the request",
            born("2024-04-01").with(REQUEST_DATE, "2023-09-30")),
        keeps(
            "DIDS040",
            "birth 6 months after receipt",
            born("2024-04-01").with(RECEIVED_DATE, "2023-10-01")),
        breaks(
            "DIDS040",
            "birth 7 months after receipt",
            born("2024-04-01").with(RECEIVED_DATE, "2023-09-30")),
        breaks("DIDS026", "a month 13", good().with(REQUEST_DATE, "2024-13-01")),
        keeps("DIDS026", "no request date", good().without(REQUEST_DATE)),
        breaks("DIDS036", "a day 0", good().with(RECEIVED_DATE, "2024-04-00")),
        keeps("DIDS036", "no received date", good().without(RECEIVED_DATE)),
        breaks("DIDS045", "a time", good().with(TEST_DATE, "2024-04-20T10:00")),
        keeps("DIDS045", "a date", good()),
        breaks("DIDS061", "no hyphens", good().with(REPORT_DATE, "20240422")),
        keeps("DIDS061", "no report date", good().without(REPORT_DATE)),
        keeps("DIDS027", "request on the day of receipt", good().with(REQUEST_DATE, "2024-04-02")),
        breaks("DIDS027", "request the day after", good().with(REQUEST_DATE, "2024-04-03")),
        keeps("DIDS031", "1 January 1970", good().with(REQUEST_DATE, "1970-01-01")),
        breaks("DIDS031", "31 December 1969", good().with(REQUEST_DATE, "1969-12-31")),
        keeps("DIDS041", "1 January 1970", good().with(RECEIVED_DATE, "1970-01-01")),
        breaks("DIDS041", "31 December 1969", good().with(RECEIVED_DATE, "1969-12-31")),
        keeps("DIDS034", "request on the test's day", good().with(REQUEST_DATE, "2024-04-20")),
        breaks("DIDS034", "request the day after", good().with(REQUEST_DATE, "2024-04-21")),
        keeps("DIDS035", "report on the request's day", good().with(REPORT_DATE, "2024-04-01")),
        breaks("DIDS035", "report the day before", good().with(REPORT_DATE, "2024-03-31")),
        keeps("DIDS043", "receipt on the test's day", good().with(RECEIVED_DATE, "2024-04-20")),
        breaks("DIDS043", "receipt the day after", good().with(RECEIVED_DATE, "2024-04-21")),
        keeps("DIDS044", "receipt on the report's day", good().with(RECEIVED_DATE, "2024-04-22")),
        breaks("DIDS044", "receipt the day after", good().with(RECEIVED_DATE, "2024-04-23")),
        keeps("DIDS048", "report on the test's day", good().with(REPORT_DATE, "2024-04-20")),
        breaks("DIDS048", "report the day before", good().with(REPORT_DATE, "2024-04-19")),
        keeps("DIDS050", "a test date", good()),
        breaks("DIDS050", "no test date", good().without(TEST_DATE)),
        keeps("DIDS051", "a test on the day of receipt", good().with(TEST_DATE, "2024-05-20")),
        breaks("DIDS051", "a test the day after", good().with(TEST_DATE, "2024-05-21")),
        keeps("DIDS066", "a report on the day of receipt", good().with(REPORT_DATE, "2024-05-20")),
        breaks("DIDS066", "a report the day after", good().with(REPORT_DATE, "2024-05-21")),
        keeps(
            "DIDS055", "a test a day less than 7 months old", good().with(TEST_DATE, "2023-11-01")),
        breaks("DIDS055", "a test 7 months old", good().with(TEST_DATE, "2023-10-31")),
        on(
            LocalDate.of(2024, 2, 3),
            breaks("DIDS055", "month end to month end", good().with(TEST_DATE, "2023-07-31"))),
        on(
            LocalDate.of(2024, 2, 3),
            keeps("DIDS055", "the first of the next month", good().with(TEST_DATE, "2023-08-01"))),
        keeps("DIDS005", "no birth date", good().without(BIRTH_DATE)),
        keeps(
            "DIDS008",
            "no report date",
            good().without(REPORT_DATE).with(BIRTH_DATE, "2024-04-23")),
        keeps("DIDS010", "no request date", born("2024-04-01").without(REQUEST_DATE)),
        keeps("DIDS040", "no received date", born("2024-04-01").without(RECEIVED_DATE)),
        keeps(
            "DIDS027",
            "an unreadable received date",
            good().with(REQUEST_DATE, "2024-04-03").with(RECEIVED_DATE, "2024-04")),
        keeps("DIDS048", "no report date", good().without(REPORT_DATE)),
        keeps("DIDS050", "an unreadable test date", good().with(TEST_DATE, "yesterday")),
        keeps("DIDS055", "an unreadable test date", good().with(TEST_DATE, "2003-02-29")));
  }

  private static Submissions born(String day) {
    return good().with(BIRTH_DATE, day);
  }
}
