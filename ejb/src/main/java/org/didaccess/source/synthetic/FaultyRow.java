package org.didaccess.source.synthetic;

import java.time.LocalDate;
import java.util.Arrays;
import org.didaccess.source.domain.Item;

/** A record that is to be damaged. What a fault may depend on is set to what keeps every rule. */
final class FaultyRow {

  private final String[] fields;
  private final long number;
  private final SteadyCodes codes;
  private final LocalDate received;
  private LocalDate test;

  /**
   * A record.
   *
   * @param fields its 18 fields, which are changed
   * @param number its place among all records
   * @param received the day on which its file is received
   */
  FaultyRow(String[] fields, long number, SteadyCodes codes, LocalDate received) {
    this.fields = fields;
    this.number = number;
    this.codes = codes;
    this.received = received;
    with(Item.NHS_NUMBER, "9990000018").with(Item.NHS_NUMBER_STATUS, "01");
    with(Item.BIRTH_DATE, "1950-06-15").with(Item.POSTCODE, codes.postcode());
    with(Item.GP_PRACTICE, codes.practice()).with(Item.SITE, codes.site());
    with(Item.NICIP, codes.imaging().nicip()).with(Item.SNOMED_CT, codes.imaging().snomed());
    without(Item.REFERRING_ORGANISATION);
    testedOn(LocalDate.parse(fields[Item.TEST_DATE.column()]));
  }

  FaultyRow with(Item item, String value) {
    fields[item.column()] = value;
    return this;
  }

  FaultyRow with(Item item, LocalDate day) {
    return with(item, day.toString());
  }

  FaultyRow without(Item... items) {
    Arrays.stream(items).forEach(item -> with(item, ""));
    return this;
  }

  /** Moves the test, and all other dates but the birth with it. */
  FaultyRow testedOn(LocalDate day) {
    test = day;
    return with(Item.REQUEST_DATE, day.minusDays(3))
        .with(Item.RECEIVED_DATE, day.minusDays(2))
        .with(Item.TEST_DATE, day)
        .with(Item.REPORT_DATE, day);
  }

  LocalDate test() {
    return test;
  }

  LocalDate received() {
    return received;
  }

  SteadyCodes codes() {
    return codes;
  }

  long number() {
    return number;
  }

  String[] fields() {
    return fields;
  }
}
