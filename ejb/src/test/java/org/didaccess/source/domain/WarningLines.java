package org.didaccess.source.domain;

import static org.didaccess.source.Submissions.good;
import static org.didaccess.source.domain.Item.GP_PRACTICE;
import static org.didaccess.source.domain.Item.NICIP;
import static org.didaccess.source.domain.Item.RECEIVED_DATE;
import static org.didaccess.source.domain.Item.REFERRER;
import static org.didaccess.source.domain.Item.REFERRING_ORGANISATION;
import static org.didaccess.source.domain.Item.REPORT_DATE;
import static org.didaccess.source.domain.Item.REQUEST_DATE;
import static org.didaccess.source.domain.Item.SITE;
import static org.didaccess.source.domain.Item.SNOMED_CT;
import static org.didaccess.source.domain.Item.TEST_DATE;
import static org.didaccess.source.domain.RuleLine.breaks;
import static org.didaccess.source.domain.RuleLine.keeps;

import java.util.stream.Stream;
import org.didaccess.source.Submissions;

/** Lines about records that are kept with a warning. */
final class WarningLines {

  private WarningLines() {}

  static Stream<RuleLine> all() {
    return Stream.of(
        keeps("DIDS023", "a consultant", good().with(REFERRER, "c1234567")),
        keeps("DIDS023", "no referrer", good().without(REFERRER)),
        keeps("DIDS023", "a nurse's pin", good().with(REFERRER, "12A3456B")),
        breaks("DIDS023", "too many digits", good().with(REFERRER, "C12345678")),
        keeps("DIDS028", "365 days", good().with(REQUEST_DATE, "2023-04-21")),
        breaks("DIDS028", "366 days", good().with(REQUEST_DATE, "2023-04-20")),
        keeps("DIDS038", "365 days", good().with(RECEIVED_DATE, "2023-04-21")),
        breaks("DIDS038", "366 days", good().with(RECEIVED_DATE, "2023-04-20")),
        keeps(
            "DIDS049", "a test a day less than 4 months old", good().with(TEST_DATE, "2024-02-01")),
        breaks("DIDS049", "a test 4 months old", good().with(TEST_DATE, "2024-01-31")),
        breaks("DIDS049", "a test almost 7 months old", good().with(TEST_DATE, "2023-11-01")),
        keeps(
            "DIDS049", "a test that is rejected as too old", good().with(TEST_DATE, "2023-10-31")),
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
            "DIDS079",
            "no request date, but a test after it closed",
            closed().without(REQUEST_DATE)),
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
        breaks("DIDS023", "a consultant without a number", good().with(REFERRER, "C")),
        keeps("DIDS028", "no request date", good().without(REQUEST_DATE)),
        keeps("DIDS038", "no received date", good().without(RECEIVED_DATE)),
        keeps("DIDS062", "no report date", good().without(REPORT_DATE)),
        breaks("DIDS078", "a code 6 months after", retired("2024-07-01")),
        keeps("DIDS078", "a code that is rejected", retired("2024-07-02")),
        keeps(
            "DIDS079",
            "no request date, and a test on its last day",
            closed().without(REQUEST_DATE).with(TEST_DATE, "2020-03-31")));
  }

  private static Submissions closed() {
    return good().with(REFERRING_ORGANISATION, "Z9Z");
  }

  private static Submissions retired(String tested) {
    return good().with(NICIP, "XZRET").with(SNOMED_CT, "41069999999102").with(TEST_DATE, tested);
  }
}
