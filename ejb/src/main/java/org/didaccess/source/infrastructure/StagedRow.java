package org.didaccess.source.infrastructure;

import org.didaccess.source.domain.Item;
import org.didaccess.source.domain.SubmittedRecord;
import org.didaccess.source.domain.derivation.AgeBands;
import org.didaccess.source.domain.derivation.Derived;
import org.didaccess.source.domain.derivation.Intervals;
import org.didaccess.source.domain.reference.ClinicalGroup;

/** One row of the staging table, in the order of {@link #COLUMNS}. */
final class StagedRow {

  static final String COLUMNS =
      "line, excluded, nhs_number, nhs_number_status, birth_date, postcode, accession_number,"
          + " referrer_code, snomed_ct, derived_snomed_ct, test_date, request_date, received_date,"
          + " report_date, test_year, test_month, request_to_received_days, request_to_test_days,"
          + " request_to_report_days, received_to_test_days, received_to_report_days,"
          + " test_to_report_days, age, age_band_5, age_band_10, age_band_child, age_band_50_74,"
          + " age_band_16_60, age_band_16_64, modality_id, sub_modality_id, region_id,"
          + " sub_region_id, system_id, sub_system_id, component_id, morphology_id, fetal_id,"
          + " early_cancer_id, sub_early_cancer_id, referrer_type, ethnic_group, ethnic_category,"
          + " gender, source_setting, lsoa, msoa, residence_region, gp_practice, commissioner,"
          + " referring_organisation, nicip, site_code, provider_code";

  private static final int AFTER_MARK = COLUMNS.split(",", -1).length - 2;

  private StagedRow() {}

  static void append(StringBuilder out, long row, SubmittedRecord submitted, Derived derived) {
    CopyText text = new CopyText(out).add(row).add("f");
    identifiers(text, submitted);
    text.add(submitted.get(Item.SNOMED_CT)).add(derived.snomed());
    dates(text, submitted, derived.intervals());
    ages(text, derived.ages());
    group(text, derived.group());
    text.add(derived.referrerType().id()).add(derived.ethnicGroup());
    codes(text, submitted, derived);
    text.end();
  }

  /** Only the row and the mark: the rest is null. */
  static void appendExclusion(StringBuilder out, long row) {
    CopyText text = new CopyText(out).add(row).add("t");
    for (int i = 0; i < AFTER_MARK; i++) {
      text.add((String) null);
    }
    text.end();
  }

  private static void identifiers(CopyText text, SubmittedRecord submitted) {
    text.add(submitted.get(Item.NHS_NUMBER))
        .add(submitted.get(Item.NHS_NUMBER_STATUS))
        .add(submitted.date(Item.BIRTH_DATE))
        .add(submitted.compactPostcode())
        .add(submitted.get(Item.ACCESSION_NUMBER))
        .add(submitted.referrerCode());
  }

  private static void dates(CopyText text, SubmittedRecord submitted, Intervals intervals) {
    text.add(submitted.date(Item.TEST_DATE))
        .add(submitted.date(Item.REQUEST_DATE))
        .add(submitted.date(Item.RECEIVED_DATE))
        .add(submitted.date(Item.REPORT_DATE))
        .add(submitted.date(Item.TEST_DATE).getYear())
        .add(submitted.date(Item.TEST_DATE).getMonthValue())
        .add(intervals.requestToReceived())
        .add(intervals.requestToTest())
        .add(intervals.requestToReport())
        .add(intervals.receivedToTest())
        .add(intervals.receivedToReport())
        .add(intervals.testToReport());
  }

  private static void ages(CopyText text, AgeBands ages) {
    text.add(ages.age())
        .add(ages.five())
        .add(ages.ten())
        .add(ages.child())
        .add(ages.fiftyToSeventyFour())
        .add(ages.sixteenToSixty())
        .add(ages.sixteenToSixtyFour());
  }

  private static void group(CopyText text, ClinicalGroup group) {
    text.add(group.modality())
        .add(group.subModality())
        .add(group.region())
        .add(group.subRegion())
        .add(group.system())
        .add(group.subSystem())
        .add(group.component())
        .add(group.morphology())
        .add(group.fetal())
        .add(group.earlyCancer())
        .add(group.subEarlyCancer());
  }

  private static void codes(CopyText text, SubmittedRecord submitted, Derived derived) {
    text.add(submitted.get(Item.ETHNIC_CATEGORY))
        .add(submitted.get(Item.GENDER))
        .add(submitted.get(Item.SOURCE_SETTING))
        .add(derived.area().lsoa())
        .add(derived.area().msoa())
        .add(derived.area().region())
        .add(submitted.get(Item.GP_PRACTICE))
        .add(derived.commissioner())
        .add(submitted.get(Item.REFERRING_ORGANISATION))
        .add(submitted.get(Item.NICIP))
        .add(submitted.get(Item.SITE))
        .add(derived.provider());
  }
}
