package org.didaccess.source.domain;

import static org.didaccess.source.Submissions.good;
import static org.didaccess.source.domain.Item.ACCESSION_NUMBER;
import static org.didaccess.source.domain.Item.GP_PRACTICE;
import static org.didaccess.source.domain.Item.NICIP;
import static org.didaccess.source.domain.Item.REFERRING_ORGANISATION;
import static org.didaccess.source.domain.Item.SITE;
import static org.didaccess.source.domain.Item.SNOMED_CT;
import static org.didaccess.source.domain.Item.SOURCE_SETTING;
import static org.didaccess.source.domain.Item.TEST_DATE;
import static org.didaccess.source.domain.RuleLine.breaks;
import static org.didaccess.source.domain.RuleLine.keeps;

import java.util.stream.Stream;
import org.didaccess.source.Submissions;

/** Lines about settings, organisations, imaging codes, sites and accession numbers. */
final class CodeLines {

  private CodeLines() {}

  static Stream<RuleLine> all() {
    return Stream.of(
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
        breaks("DIDS082", "a NICIP code that nobody knows", good().with(NICIP, "QQQQ")),
        keeps(
            "DIDS082",
            "an unreadable test date",
            good().with(SNOMED_CT, "40029999999104").with(TEST_DATE, "-")),
        keeps("DIDS082", "a map from its first day", moved("2018-04-01", "41089999999107")),
        breaks("DIDS082", "a map before its first day", moved("2018-03-31", "41089999999107")),
        keeps(
            "DIDS082", "the map before, until its last day", moved("2018-03-31", "41079999999105")),
        breaks(
            "DIDS082", "the map before, after its last day", moved("2018-04-01", "41079999999105")),
        keeps("DIDS018", "a closed practice", good().with(GP_PRACTICE, "Z99999")),
        breaks("DIDS021", "setting 00", good().with(SOURCE_SETTING, "00")),
        keeps("DIDS021", "setting 01", good().with(SOURCE_SETTING, "01")),
        keeps("DIDS024", "no referring organisation", good().without(REFERRING_ORGANISATION)),
        keeps("DIDS056", "NICIP alone", good().without(SNOMED_CT)),
        keeps("DIDS057", "no NICIP code", good().without(NICIP)),
        keeps("DIDS059", "no SNOMED CT code", good().without(SNOMED_CT)),
        keeps("DIDS068", "no site", good().without(SITE)));
  }

  private static Submissions retired(String tested) {
    return good().with(NICIP, "XZRET").with(SNOMED_CT, "41069999999102").with(TEST_DATE, tested);
  }

  private static Submissions moved(String tested, String snomed) {
    return good().with(NICIP, "XZMOV").with(SNOMED_CT, snomed).with(TEST_DATE, tested);
  }
}
