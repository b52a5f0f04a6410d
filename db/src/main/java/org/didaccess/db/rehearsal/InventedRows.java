package org.didaccess.db.rehearsal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import org.didaccess.db.EphemeralDatabase;

/**
 * Invented examinations made inside the database, spread evenly over months, where the loader would
 * have put them. Equal numbers give equal rows.
 */
public final class InventedRows {

  private static final String ADD_MONTH = "SELECT source.add_months(DATE '%1$s', DATE '%1$s')";

  private InventedRows() {}

  /** Fills the months, and the dictionary that decodes them. */
  public static void fill(EphemeralDatabase database, YearMonth first, int months, long rows)
      throws SQLException {
    try (Connection superuser = database.superuser();
        Statement statement = superuser.createStatement()) {
      statement.execute("SET ROLE guard_source");
      for (int i = 0; i < months; i++) {
        YearMonth month = first.plusMonths(i);
        long from = rows * i / months;
        long to = rows * (i + 1) / months;
        statement.execute(ADD_MONTH.formatted(month.atDay(1)));
        statement.execute(month(month, from + 1, to));
      }
      statement.execute(LABELS);
      statement.execute("RESET ROLE");
      statement.execute("VACUUM ANALYZE source.did_event");
    }
  }

  /** Packs every month, as the server does when nothing changes the source. */
  public static void pack(EphemeralDatabase database) throws SQLException {
    try (Connection loader = database.connect("did_loader");
        Statement statement = loader.createStatement()) {
      statement.execute("SELECT source.pack_month(m) FROM source.unpacked_months() AS m");
    }
  }

  /** Values are spread by multiplying the row's number; every third row is the same person's. */
  private static String month(YearMonth month, long from, long to) {
    return """
    INSERT INTO source.did_event (submission_id, snomed_ct, test_date, request_date, received_date,
        report_date, test_year, test_month, request_to_test_days, age, age_band_5, age_band_10,
        modality_id, region_id, referrer_type, ethnic_group, person_ref, record_ref, ethnic_category,
        gender, source_setting, lsoa, residence_region, commissioner, nicip, site_code, provider_code,
        submitter, objecting)
    SELECT 1, 168537000000 + h %% 4000, d, d - (h %% 40)::int, d - (h %% 30)::int, d + (h %% 14)::int,
        %4$d, %5$d, h %% 40, a, a / 5 * 5, a / 10 * 10, h %% 7 + 1, h %% 8 + 1, h %% 15 + 1,
        h %% 6 + 1, decode(md5('person ' || i / 3), 'hex'), decode(md5('record ' || i), 'hex'),
        chr(65 + (h %% 8)::int), (h %% 2 + 1)::text, '0' || (h %% 7 + 1), 'E0100' || lpad((h %% 9000)::text, 4, '0'),
        'E1200000' || (h %% 9 + 1), 'QX' || h %% 40, 'XCH' || chr(65 + (h %% 26)::int), 'EX' || h %% 160 || 'A',
        'EX' || h %% 160, 'EX' || h %% 160, false
    FROM (SELECT i, (i * 2654435761) %% 1000003 AS h, DATE '%1$s' + (i %% 28)::int AS d,
                 ((i * 40503) %% 91)::smallint AS a
          FROM generate_series(%2$d::bigint, %3$d::bigint) AS i) AS numbers
    """
        .formatted(month.atDay(1), from, to, month.getYear(), month.getMonthValue());
  }

  private static final String LABELS =
      """
      INSERT INTO source.code_label (kind, code, label)
      SELECT 'modality', i::text, (ARRAY['Plain Radiography', 'Diagnostic Ultrasonography',
          'Computerized Axial Tomography', 'Magnetic Resonance Imaging', 'Fluoroscopy',
          'Nuclear Medicine Procedure', 'Positron Emission Tomography'])[i] FROM generate_series(1, 7) AS i
      UNION ALL
      SELECT 'region', i::text, (ARRAY['Abdomen', 'Head', 'Limb', 'Neck', 'None', 'Pelvic', 'Thoracic',
          'Unknown'])[i] FROM generate_series(1, 8) AS i
      UNION ALL
      SELECT 'age_band_5', i::text, i || '-' || i + 4 FROM generate_series(0, 90, 5) AS i
      ON CONFLICT DO NOTHING
      """;
}
