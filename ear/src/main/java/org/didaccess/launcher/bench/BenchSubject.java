package org.didaccess.launcher.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.List;
import org.didaccess.db.EphemeralDatabase;
import org.didaccess.db.rehearsal.InventedRows;
import org.didaccess.db.rehearsal.Rehearsal;
import org.didaccess.db.rehearsal.RehearsedAgreement;
import org.didaccess.db.rehearsal.Terms;

/**
 * What is measured: invented rows in the product's own tables under an agreement in force, and the
 * same rows as one plain table with the same columns, codes decoded to words.
 *
 * @param database the throw-away database
 * @param agreement orders runs
 */
record BenchSubject(EphemeralDatabase database, RehearsedAgreement agreement) {

  private static final YearMonth FIRST = YearMonth.of(2025, 1);
  private static final int MONTHS = 12;

  /** The login that reads the plain table. */
  static final String READER = "did_loader";

  /** Nineteen fields, two of them replaced by tokens and three decoded to words. */
  private static final List<String> FIELDS =
      List.of(
          "PERSON_ID",
          "SUBMISSION_DATA_ID",
          "AGE",
          "AGE_BAND_5_YEARS",
          "ETHNIC_CATEGORY_CODE",
          "GENDER_CODE",
          "LSOA_OF_RESIDENCE",
          "CCG_CODE",
          "PATIENT_SOURCE_SETTING",
          "DERIVED_REFERRER_TYPE",
          "DIAGNOSTIC_TEST_REQUEST_DATE",
          "DIAGNOSTIC_TEST_DATE",
          "SERVICE_REPORT_ISSUE_DATE",
          "DAYS_REQUEST_TO_TEST",
          "IMAGING_CODE_NICIP",
          "IMAGING_CODE_SNOMED_CT",
          "MODALITY",
          "REGION",
          "PROVIDER_SITE_CODE");

  static BenchSubject of(long rows, String recipientKey) throws SQLException {
    EphemeralDatabase database = EphemeralDatabase.fresh();
    InventedRows.fill(database, FIRST, MONTHS, rows);
    InventedRows.pack(database);
    fillPlain(database);
    Terms terms =
        new Terms(
            FIELDS, FIRST.atDay(1), FIRST.plusMonths(MONTHS - 1L).atEndOfMonth(), recipientKey);
    return new BenchSubject(database, Rehearsal.in(database).agreement(terms));
  }

  private static void fillPlain(EphemeralDatabase database) throws SQLException {
    try (Connection superuser = database.superuser();
        Statement statement = superuser.createStatement()) {
      statement.execute("SET ROLE guard_source");
      statement.execute(
          """
          CREATE TABLE bench.plain AS
          SELECT e.person_ref, e.record_ref, e.age, b.label AS age_band_5_years,
                 e.ethnic_category AS ethnic_category_code, e.gender AS gender_code, e.lsoa, e.commissioner,
                 e.source_setting, r.label AS derived_referrer_type, e.request_date, e.test_date, e.report_date,
                 e.request_to_test_days, e.nicip, e.snomed_ct, m.label AS modality, g.label AS region, e.site_code
          FROM source.did_event e
            LEFT JOIN source.code_label b ON b.kind = 'age_band_5' AND b.code = e.age_band_5::text
            LEFT JOIN source.code_label r ON r.kind = 'referrer_type' AND r.code = e.referrer_type::text
            LEFT JOIN source.code_label m ON m.kind = 'modality' AND m.code = e.modality_id::text
            LEFT JOIN source.code_label g ON g.kind = 'region' AND g.code = e.region_id::text
          """);
      statement.execute("GRANT USAGE ON SCHEMA bench TO " + READER);
      statement.execute("GRANT SELECT ON bench.plain TO " + READER);
      statement.execute("RESET ROLE");
      statement.execute("GRANT USAGE ON SCHEMA extension TO " + READER);
      statement.execute(
          "GRANT EXECUTE ON FUNCTION extension.hmac(bytea, bytea, text) TO " + READER);
      statement.execute("VACUUM (FREEZE, ANALYZE) bench.plain");
      statement.execute("VACUUM (FREEZE, ANALYZE) source.did_event, source.packed_event");
      statement.execute("CHECKPOINT");
    }
  }
}
