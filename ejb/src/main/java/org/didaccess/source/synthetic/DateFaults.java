package org.didaccess.source.synthetic;

import static org.didaccess.source.domain.Item.BIRTH_DATE;
import static org.didaccess.source.domain.Item.RECEIVED_DATE;
import static org.didaccess.source.domain.Item.REPORT_DATE;
import static org.didaccess.source.domain.Item.REQUEST_DATE;
import static org.didaccess.source.domain.Item.TEST_DATE;
import static org.didaccess.source.synthetic.Fault.alone;
import static org.didaccess.source.synthetic.Fault.with;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** Faults in the five dates. */
final class DateFaults {

  private static final LocalDate BEFORE_ALL = LocalDate.of(1969, 12, 31);

  private DateFaults() {}

  static List<Fault> all() {
    return Stream.of(birth(), asked(), tested(), reported()).flatMap(List::stream).toList();
  }

  private static List<Fault> birth() {
    return List.of(
        alone("DIDS005", row -> row.with(BIRTH_DATE, "1950-02-30")),
        alone("DIDS006", row -> row.with(BIRTH_DATE, day(row, 1)).with(REPORT_DATE, day(row, 1))),
        with("DIDS008", "DIDS006", row -> row.with(BIRTH_DATE, day(row, 1))),
        alone("DIDS009", row -> row.with(BIRTH_DATE, "1900-01-01")),
        alone(
            "DIDS010",
            row ->
                row.with(BIRTH_DATE, day(row, -1))
                    .with(REQUEST_DATE, row.test().minusMonths(9))
                    .with(RECEIVED_DATE, day(row, -1))),
        alone(
            "DIDS040",
            row ->
                row.with(BIRTH_DATE, day(row, -1))
                    .without(REQUEST_DATE)
                    .with(RECEIVED_DATE, row.test().minusMonths(9))));
  }

  private static List<Fault> asked() {
    return List.of(
        alone("DIDS026", row -> row.with(REQUEST_DATE, "2024-13-01")),
        alone("DIDS027", row -> row.with(REQUEST_DATE, day(row, -1))),
        alone("DIDS028", row -> row.with(REQUEST_DATE, day(row, -366))),
        with("DIDS031", "DIDS028", row -> row.with(REQUEST_DATE, BEFORE_ALL)),
        alone(
            "DIDS034",
            row ->
                row.with(REQUEST_DATE, day(row, 1))
                    .without(RECEIVED_DATE)
                    .with(REPORT_DATE, day(row, 1))),
        alone("DIDS036", row -> row.with(RECEIVED_DATE, "soon")),
        alone("DIDS038", row -> row.without(REQUEST_DATE).with(RECEIVED_DATE, day(row, -366))),
        with(
            "DIDS041", "DIDS038", row -> row.without(REQUEST_DATE).with(RECEIVED_DATE, BEFORE_ALL)),
        alone(
            "DIDS043", row -> row.with(RECEIVED_DATE, day(row, 1)).with(REPORT_DATE, day(row, 1))),
        with(
            "DIDS044",
            "DIDS043",
            row -> row.with(RECEIVED_DATE, day(row, 3)).with(REPORT_DATE, day(row, 1))));
  }

  private static List<Fault> tested() {
    return List.of(
        alone("DIDS045", row -> row.with(TEST_DATE, "2023-02-29")),
        alone("DIDS050", row -> row.without(TEST_DATE)),
        alone("DIDS051", row -> row.testedOn(row.received().plusDays(1)).without(REPORT_DATE)),
        alone("DIDS049", row -> row.testedOn(monthEnd(row, 4))),
        alone("DIDS055", row -> row.testedOn(monthEnd(row, 7))));
  }

  private static List<Fault> reported() {
    return List.of(
        with(
            "DIDS035",
            "DIDS048",
            row ->
                row.with(REQUEST_DATE, day(row, -1))
                    .without(RECEIVED_DATE)
                    .with(REPORT_DATE, day(row, -2))),
        alone("DIDS048", row -> row.with(REPORT_DATE, day(row, -1))),
        alone("DIDS061", row -> row.with(REPORT_DATE, "20240422")),
        alone(
            "DIDS062",
            row ->
                row.testedOn(row.codes().month())
                    .with(REPORT_DATE, row.codes().month().plusDays(32))),
        alone(
            "DIDS066",
            row -> row.testedOn(row.received()).with(REPORT_DATE, row.received().plusDays(1))));
  }

  /** A day so many days after the test. */
  private static LocalDate day(FaultyRow row, int after) {
    return row.test().plusDays(after);
  }

  /** The end of the month so many months before the month of receipt. */
  private static LocalDate monthEnd(FaultyRow row, int monthsBefore) {
    return YearMonth.from(row.received()).minusMonths(monthsBefore).atEndOfMonth();
  }
}
