package org.didaccess.source.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.didaccess.source.Submissions.good;
import static org.didaccess.source.domain.Item.ACCESSION_NUMBER;
import static org.didaccess.source.domain.Item.BIRTH_DATE;
import static org.didaccess.source.domain.Item.ETHNIC_CATEGORY;
import static org.didaccess.source.domain.Item.GENDER;
import static org.didaccess.source.domain.Item.GP_PRACTICE;
import static org.didaccess.source.domain.Item.NHS_NUMBER;
import static org.didaccess.source.domain.Item.NHS_NUMBER_STATUS;
import static org.didaccess.source.domain.Item.NICIP;
import static org.didaccess.source.domain.Item.POSTCODE;
import static org.didaccess.source.domain.Item.RECEIVED_DATE;
import static org.didaccess.source.domain.Item.REFERRER;
import static org.didaccess.source.domain.Item.REFERRING_ORGANISATION;
import static org.didaccess.source.domain.Item.REPORT_DATE;
import static org.didaccess.source.domain.Item.REQUEST_DATE;
import static org.didaccess.source.domain.Item.SITE;
import static org.didaccess.source.domain.Item.SNOMED_CT;
import static org.didaccess.source.domain.Item.SOURCE_SETTING;
import static org.didaccess.source.domain.Item.TEST_DATE;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.didaccess.source.Submissions;
import org.didaccess.source.domain.reference.Reference;
import org.didaccess.source.infrastructure.ReferenceFiles;
import org.didaccess.source.infrastructure.RuleFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Both sides of every rule's boundary. The file is received on 20 May 2024 unless a line says else.
 */
class RuleTableTest {

  private static final RuleBook RULES = RuleFile.book();
  private static final Reference REFERENCE = ReferenceFiles.sample();
  private static final LocalDate RECEIVED = LocalDate.of(2024, 5, 20);

  private record Line(
      String rule, boolean kept, String what, Submissions submission, LocalDate received) {
    @Override
    public String toString() {
      return rule + (kept ? " is kept by " : " is broken by ") + what;
    }
  }

  private static Line keeps(String rule, String what, Submissions submission) {
    return new Line(rule, true, what, submission, RECEIVED);
  }

  private static Line breaks(String rule, String what, Submissions submission) {
    return new Line(rule, false, what, submission, RECEIVED);
  }

  private static Line on(LocalDate received, Line line) {
    return new Line(line.rule(), line.kept(), line.what(), line.submission(), received);
  }

  static Stream<Line> lines() {
    return Stream.of(patient(), dates(), codes(), warnings()).flatMap(Stream::of);
  }

  private static Line[] patient() {
    return new Line[] {
      keeps("DIDS001", "a number with spaces and hyphens", good().with(NHS_NUMBER, "999 000-0018")),
      keeps("DIDS001", "no number", good().without(NHS_NUMBER)),
      breaks("DIDS001", "a wrong check digit", good().with(NHS_NUMBER, "9990000019")),
      breaks("DIDS001", "a mirrored number", good().with(NHS_NUMBER, "1234554321")),
      breaks("DIDS001", "letters", good().with(NHS_NUMBER, "99900000AB")),
      keeps("DIDS002", "10 characters", good()),
      breaks("DIDS002", "9 characters", good().with(NHS_NUMBER, "999000001")),
      breaks("DIDS002", "11 characters", good().with(NHS_NUMBER, "99900000180")),
      keeps("DIDS003", "status 08", good().with(NHS_NUMBER_STATUS, "08")),
      keeps("DIDS003", "no status", good().without(NHS_NUMBER_STATUS)),
      breaks("DIDS003", "status 09", good().with(NHS_NUMBER_STATUS, "09")),
      breaks("DIDS003", "status 1", good().with(NHS_NUMBER_STATUS, "1")),
      keeps("DIDS012", "category Z", good().with(ETHNIC_CATEGORY, "Z")),
      keeps("DIDS012", "category 99", good().with(ETHNIC_CATEGORY, "99")),
      breaks("DIDS012", "category I", good().with(ETHNIC_CATEGORY, "I")),
      keeps("DIDS014", "gender 9", good().with(GENDER, "9")),
      keeps("DIDS014", "no gender", good().without(GENDER)),
      breaks("DIDS014", "gender 3", good().with(GENDER, "3")),
      keeps("DIDS016", "a postcode without its space", good().with(POSTCODE, "za11aa")),
      keeps("DIDS016", "a pseudo-postcode", good().with(POSTCODE, "ZZ99 3VZ")),
      breaks("DIDS016", "a postcode nobody knows", good().with(POSTCODE, "ZA1 1ZZ")),
      keeps("DIDS017", "a postcode nobody knows", good().with(POSTCODE, "ZA1 1ZZ")),
      breaks("DIDS017", "a sentence", good().with(POSTCODE, "not a postcode")),
      keeps("DIDS073", "a gender alone", nobody().with(GENDER, "1")),
      breaks("DIDS073", "nothing about the patient", nobody()),
      keeps("DIDS074", "a real postcode alone", nobody().with(POSTCODE, "ZA1 1AA")),
      keeps(
          "DIDS074",
          "a pseudo-postcode and a gender",
          nobody().with(POSTCODE, "ZZ99 3VZ").with(GENDER, "1")),
      breaks("DIDS074", "a pseudo-postcode alone", nobody().with(POSTCODE, "ZZ99 3VZ")),
    };
  }

  private static Submissions nobody() {
    return good().without(NHS_NUMBER, BIRTH_DATE, ETHNIC_CATEGORY, GENDER, POSTCODE, GP_PRACTICE);
  }

  private static Line[] dates() {
    return new Line[] {
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
      keeps("DIDS055", "a test a day less than 7 months old", good().with(TEST_DATE, "2023-11-01")),
      breaks("DIDS055", "a test 7 months old", good().with(TEST_DATE, "2023-10-31")),
      on(
          LocalDate.of(2024, 2, 3),
          breaks("DIDS055", "month end to month end", good().with(TEST_DATE, "2023-07-31"))),
      on(
          LocalDate.of(2024, 2, 3),
          keeps("DIDS055", "the first of the next month", good().with(TEST_DATE, "2023-08-01"))),
    };
  }

  private static Submissions born(String day) {
    return good().with(BIRTH_DATE, day);
  }

  private static Line[] codes() {
    return new Line[] {
      keeps("DIDS018", "no practice", good().without(GP_PRACTICE)),
      breaks("DIDS018", "a provider as practice", good().with(GP_PRACTICE, "Z1A")),
      keeps("DIDS020", "a setting", good()),
      breaks("DIDS020", "no setting", good().without(SOURCE_SETTING)),
      keeps("DIDS021", "setting 07", good().with(SOURCE_SETTING, "07")),
      breaks("DIDS021", "setting 08", good().with(SOURCE_SETTING, "08")),
      keeps("DIDS024", "a provider", good().with(REFERRING_ORGANISATION, "Z1A")),
      breaks("DIDS024", "nobody's code", good().with(REFERRING_ORGANISATION, "QQQ")),
      keeps("DIDS056", "SNOMED CT alone", good().without(NICIP)),
      breaks("DIDS056", "no imaging code", good().without(NICIP, SNOMED_CT)),
      keeps("DIDS057", "a code retired 6 months before the test", retired("2024-07-01")),
      breaks("DIDS057", "a code retired longer ago", retired("2024-07-02")),
      breaks("DIDS057", "nobody's code", good().with(NICIP, "QQQQ")),
      breaks("DIDS057", "a code not yet active", good().with(TEST_DATE, "2004-03-31")),
      keeps("DIDS059", "a code retired 6 months before the test", retired("2024-07-01")),
      breaks("DIDS059", "a code retired longer ago", retired("2024-07-02")),
      breaks("DIDS059", "a wrong check digit", good().with(SNOMED_CT, "40019999999105")),
      breaks("DIDS059", "a known form that nobody knows", good().with(SNOMED_CT, "22298006")),
      keeps("DIDS067", "a site", good()),
      breaks("DIDS067", "no site", good().without(SITE)),
      keeps("DIDS068", "a known site", good()),
      breaks("DIDS068", "a practice as site", good().with(SITE, "Z10001")),
      keeps("DIDS069", "5 characters", good()),
      breaks("DIDS069", "4 characters", good().with(SITE, "Z1A0")),
      keeps("DIDS069", "12 characters", good().with(SITE, "Z1A0123456AB")),
      breaks("DIDS069", "13 characters", good().with(SITE, "Z1A0123456ABC")),
      breaks("DIDS069", "a hyphen", good().with(SITE, "Z1A-01")),
      keeps("DIDS070", "an accession number", good()),
      breaks("DIDS070", "no accession number", good().without(ACCESSION_NUMBER)),
      breaks("DIDS070", "spaces", good().with(ACCESSION_NUMBER, "   ")),
      keeps("DIDS072", "20 characters", good().with(ACCESSION_NUMBER, "A".repeat(20))),
      breaks("DIDS072", "21 characters", good().with(ACCESSION_NUMBER, "A".repeat(21))),
      keeps("DIDS082", "a pair that belongs together", good()),
      keeps("DIDS082", "one code alone", good().without(SNOMED_CT)),
      breaks("DIDS082", "a pair that does not", good().with(SNOMED_CT, "40029999999104")),
      keeps("DIDS082", "a map from its first day", moved("2018-04-01", "41089999999107")),
      breaks("DIDS082", "a map before its first day", moved("2018-03-31", "41089999999107")),
      keeps("DIDS082", "the map before, until its last day", moved("2018-03-31", "41079999999105")),
      breaks(
          "DIDS082", "the map before, after its last day", moved("2018-04-01", "41079999999105")),
    };
  }

  private static Submissions retired(String tested) {
    return good().with(NICIP, "XZRET").with(SNOMED_CT, "41069999999102").with(TEST_DATE, tested);
  }

  private static Submissions moved(String tested, String snomed) {
    return good().with(NICIP, "XZMOV").with(SNOMED_CT, snomed).with(TEST_DATE, tested);
  }

  private static Line[] warnings() {
    return new Line[] {
      keeps("DIDS023", "a consultant", good().with(REFERRER, "c1234567")),
      keeps("DIDS023", "no referrer", good().without(REFERRER)),
      keeps("DIDS023", "a nurse's pin", good().with(REFERRER, "12A3456B")),
      breaks("DIDS023", "too many digits", good().with(REFERRER, "C12345678")),
      keeps("DIDS028", "365 days", good().with(REQUEST_DATE, "2023-04-21")),
      breaks("DIDS028", "366 days", good().with(REQUEST_DATE, "2023-04-20")),
      keeps("DIDS038", "365 days", good().with(RECEIVED_DATE, "2023-04-21")),
      breaks("DIDS038", "366 days", good().with(RECEIVED_DATE, "2023-04-20")),
      keeps("DIDS049", "a test a day less than 4 months old", good().with(TEST_DATE, "2024-02-01")),
      breaks("DIDS049", "a test 4 months old", good().with(TEST_DATE, "2024-01-31")),
      breaks("DIDS049", "a test almost 7 months old", good().with(TEST_DATE, "2023-11-01")),
      keeps("DIDS049", "a test that is rejected as too old", good().with(TEST_DATE, "2023-10-31")),
      keeps("DIDS062", "a report one month later", good().with(REPORT_DATE, "2024-05-20")),
      breaks("DIDS062", "a report a day later than that", good().with(REPORT_DATE, "2024-05-21")),
      keeps(
          "DIDS062",
          "month end to month end",
          good().with(TEST_DATE, "2024-01-31").with(REPORT_DATE, "2024-02-29")),
      keeps("DIDS077", "a code on its last day", retired("2023-12-31")),
      breaks("DIDS077", "a code on the day of its retirement", retired("2024-01-01")),
      breaks("DIDS077", "a code 6 months after", retired("2024-07-01")),
      keeps("DIDS077", "a code that is rejected", retired("2024-07-02")),
      keeps("DIDS078", "a code on its last day", retired("2023-12-31")),
      breaks("DIDS078", "a code on the day of its retirement", retired("2024-01-01")),
      keeps(
          "DIDS079",
          "a request on a provider's last day",
          closed().with(REQUEST_DATE, "2020-03-31")),
      breaks("DIDS079", "a request the day after", closed().with(REQUEST_DATE, "2020-04-01")),
      breaks(
          "DIDS079", "no request date, but a test after it closed", closed().without(REQUEST_DATE)),
      keeps(
          "DIDS080",
          "a practice on its last day",
          good().with(GP_PRACTICE, "Z99999").with(TEST_DATE, "2020-03-31")),
      breaks(
          "DIDS080",
          "a practice the day after",
          good().with(GP_PRACTICE, "Z99999").with(TEST_DATE, "2020-04-01")),
      keeps(
          "DIDS081",
          "a site on its last day",
          good().with(SITE, "Z9Z01").with(TEST_DATE, "2020-03-31")),
      breaks(
          "DIDS081",
          "a site the day after",
          good().with(SITE, "Z9Z01").with(TEST_DATE, "2020-04-01")),
    };
  }

  private static Submissions closed() {
    return good().with(REFERRING_ORGANISATION, "Z9Z");
  }

  @ParameterizedTest
  @MethodSource("lines")
  void a_rule_is_kept_or_broken(Line line) {
    assertThat(broken(line))
        .as(line.toString())
        .satisfies(rules -> assertThat(rules.contains(line.rule())).isEqualTo(!line.kept()));
  }

  @Test
  void the_good_record_keeps_every_rule() {
    assertThat(broken(keeps("all", "the good record", good()))).isEmpty();
  }

  @Test
  void every_rule_of_a_record_stands_in_the_table_with_both_sides() {
    Set<String> expected =
        RuleFile.rules().stream()
            .map(Rule::id)
            .filter(id -> !id.equals(RuleBook.FILE_FORM) && !id.equals(RuleBook.DUPLICATE_KEY))
            .collect(Collectors.toSet());

    assertThat(side(true)).isEqualTo(expected);
    assertThat(side(false)).isEqualTo(expected);
  }

  @Test
  void every_rule_cites_its_source_and_says_what_is_wrong() {
    assertThat(RuleFile.rules())
        .hasSize(56)
        .allSatisfy(
            rule -> {
              assertThat(rule.source()).isNotBlank();
              assertThat(rule.wording()).endsWith(".");
            });
  }

  private static Set<String> side(boolean kept) {
    return lines().filter(line -> line.kept() == kept).map(Line::rule).collect(Collectors.toSet());
  }

  private static List<String> broken(Line line) {
    return RULES
        .brokenBy(
            SubmittedRecord.of(line.submission().fields()),
            new CheckContext(line.received(), REFERENCE))
        .stream()
        .map(Rule::id)
        .toList();
  }
}
