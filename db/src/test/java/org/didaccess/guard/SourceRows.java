package org.didaccess.guard;

import java.sql.Connection;
import java.sql.SQLException;

/** Invented examinations, three months of them, put where the loader would put them. */
final class SourceRows {
  static final int A_MONTH = 297;

  private SourceRows() {}

  static void into(GuardWorld world) throws SQLException {
    try (Connection superuser = world.superuser()) {
      for (int month = 1; month <= 3; month++) {
        Sql.run(
            superuser,
            """
            SET ROLE guard_source;
            SELECT source.add_months('2024-%1$02d-01', '2024-%1$02d-01');
            INSERT INTO source.did_event (submission_id, test_date, test_year, test_month, age, age_band_5,
                age_band_10, modality_id, referrer_type, person_ref, record_ref, gender, source_setting,
                lsoa, residence_region, site_code, submitter, objecting)
              SELECT 1, DATE '2024-%1$02d-01' + (i %% 28), 2024, %1$d, i %% 90, (i %% 90) / 5 * 5,
                (i %% 90) / 10 * 10, i %% 5 + 1, 6, decode(md5('p' || i), 'hex'),
                decode(md5('r%1$d' || i), 'hex'), (i %% 2 + 1)::text, '04', 'E0100' || lpad(i::text, 4, '0'),
                'E1200000' || (i %% 9 + 1), 'EX101', 'EX1', false
              FROM generate_series(1, %2$d) AS i;
            RESET ROLE;
            """
                .formatted(month, A_MONTH));
      }
    }
  }
}
