package org.didaccess.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.didaccess.db.EphemeralDatabase;
import org.junit.jupiter.api.Test;

/** Rows that stand apart are those of a slow and plain comparison of both sets, made in full. */
class ComparedRowsTest {

  private static final int QUESTIONS = 200;

  /** Six submissions an hour apart, of which the second was withdrawn; rows, and rows put aside. */
  private static final String WORLD =
      """
      SELECT setseed(0.42);
      SET ROLE guard_source;
      SELECT source.add_months('2024-01-01', '2024-03-01');
      INSERT INTO source.submission (id, submitter, received_on, reporting_month, file_sha256,
          reference_version, row_count, accepted, rejected, warnings, state, loaded_at)
        SELECT i, 'EX1', '2024-05-01', '2024-04-01', sha256(i::text::bytea), 'sample', 1, 1, 0, 0,
          CASE WHEN i = 2 THEN 'WITHDRAWN' ELSE 'ACCEPTED' END, TIMESTAMPTZ '2024-06-01 00:00Z' + i * interval '1 hour'
        FROM generate_series(1, 6) AS i;
      INSERT INTO source.withdrawal (submission_id, reason, withdrawn_by, withdrawn_rows, withdrawn_at)
        VALUES (2, 'an invented reason', gen_random_uuid(), 1, '2024-06-01 05:30Z');
      INSERT INTO source.did_event (submission_id, test_date, test_year, test_month, referrer_type, person_ref,
          record_ref, gender, lsoa, source_setting, site_code, submitter, objecting)
        SELECT 1 + (random() * 5)::int, DATE '2024-01-01' + (random() * 88)::int, 2024, 1, 6,
          decode(md5('p' || (random() * 60)::int), 'hex'), decode(md5('r' || i), 'hex'),
          nullif((random() * 3)::int, 0)::text, 'E0100000' || nullif((random() * 3)::int, 0), '04', 'EX101', 'EX1', false
        FROM generate_series(1, 400) AS i;
      INSERT INTO source.did_event_replaced (submission_id, test_date, test_year, test_month, referrer_type, person_ref,
          record_ref, gender, lsoa, source_setting, site_code, submitter, replaced_by)
        SELECT CASE WHEN withdrawn THEN 2 ELSE 1 + (random() * 3)::int END, DATE '2024-01-01' + (random() * 88)::int, 2024, 1, 6,
          decode(md5('p' || (random() * 60)::int), 'hex'), decode(md5('r' || (random() * 800)::int), 'hex'),
          nullif((random() * 3)::int, 0)::text, 'E0100000' || nullif((random() * 3)::int, 0), '04', 'EX101', 'EX1',
          CASE WHEN NOT withdrawn THEN 5 + (random() > 0.5)::int END
        FROM (SELECT random() < 0.3 AS withdrawn FROM generate_series(1, 150)) AS i;
      INSERT INTO source.objector SELECT DISTINCT decode(md5('p' || (random() * 60)::int), 'hex') FROM generate_series(1, 8);
      INSERT INTO vault.record (submission_id, received_on, test_date, verified, record_ref, person_ref, nhs_number,
          site_code, accession_number)
        SELECT e.submission_id, e.test_date, e.test_date, false, e.record_ref, e.person_ref, '1000000006', 'EX101', 'A'
        FROM source.did_event e ORDER BY e.record_ref LIMIT 20;
      INSERT INTO vault.objection VALUES ('1000000006', decode(md5('somebody else'), 'hex'));
      SELECT source.part_objecting();
      RESET ROLE;
      """;

  private static final String ASKED =
      "SELECT (guard.compare_rows(?::date, ?::date, ?::jsonb, ?, ?::date, ?::date, ?::jsonb, ?, ?::timestamptz,"
          + " ?::timestamptz, ?::text[], ?, ?::bigint))::text";

  /** Both sets in full, joined by their records, and grouped by all that they show. */
  private static final String PLAIN =
      """
      WITH asked AS (SELECT ?::date AS first_day, ?::date AS last_day, ?::jsonb AS filters, ?::boolean AS upheld,
        ?::date AS held_first, ?::date AS held_last, ?::jsonb AS held_filters, ?::boolean AS held_upheld, ?::timestamptz AS held_from, ?::timestamptz AS held_until,
        ?::text[] AS columns, ?::boolean AS by_month, ?::bigint AS held_unknown),
      every AS (
        SELECT e.record_ref, e.person_ref, e.test_date, e.gender, e.lsoa, own.loaded_at AS begins, 'infinity'::timestamptz AS ends
        FROM source.did_event e JOIN source.submission own ON own.id = e.submission_id
        UNION ALL
        SELECT e.record_ref, e.person_ref, e.test_date, e.gender, e.lsoa, own.loaded_at,
          coalesce((SELECT s.loaded_at FROM source.submission s WHERE s.id = e.replaced_by),
            (SELECT w.withdrawn_at FROM source.withdrawal w WHERE w.submission_id = e.submission_id))
        FROM source.did_event_replaced e JOIN source.submission own ON own.id = e.submission_id),
      told AS (
        SELECT v.*, EXISTS (SELECT FROM source.objector o WHERE o.person_ref = v.person_ref)
            OR EXISTS (SELECT FROM source.objecting_record r WHERE r.record_ref = v.record_ref) AS objects,
          jsonb_strip_nulls(jsonb_build_object(
            'gender', CASE WHEN 'gender' = ANY (a.columns) THEN coalesce(v.gender, '-') END,
            'lsoa', CASE WHEN 'lsoa' = ANY (a.columns) THEN coalesce(v.lsoa, '-') END,
            'month', CASE WHEN a.by_month THEN date_trunc('month', v.test_date::timestamp) END)) AS shown
        FROM every v, asked a),
      fresh AS (SELECT t.* FROM told t, asked a WHERE t.test_date BETWEEN a.first_day AND a.last_day AND t.ends = 'infinity' AND NOT (a.upheld AND t.objects)
        AND (NOT a.filters ? 'gender' OR a.filters -> 'gender' ? t.gender) AND (NOT a.filters ? 'lsoa' OR a.filters -> 'lsoa' ? t.lsoa)),
      held AS (SELECT t.* FROM told t, asked a WHERE t.test_date BETWEEN a.held_first AND a.held_last
        AND a.held_unknown IS NULL AND t.begins < a.held_until AND t.ends > a.held_from
        AND NOT (a.held_upheld AND t.objects)
        AND (NOT a.held_filters ? 'gender' OR a.held_filters -> 'gender' ? t.gender)
        AND (NOT a.held_filters ? 'lsoa' OR a.held_filters -> 'lsoa' ? t.lsoa)),
      apart AS (
        SELECT true AS is_new, f.* FROM fresh f WHERE f.record_ref NOT IN (SELECT h.record_ref FROM held h)
        UNION ALL
        SELECT false, h.* FROM held h WHERE h.record_ref NOT IN (SELECT f.record_ref FROM fresh f)),
      groups AS (SELECT is_new, shown, count(*) AS n, count(DISTINCT person_ref) AS people FROM apart GROUP BY is_new, shown)
      SELECT (coalesce(sum(n) FILTER (WHERE is_new), 0)::bigint, coalesce(sum(n) FILTER (WHERE NOT is_new), 0)::bigint,
        min(greatest(people - u.unknown, 1)) FILTER (WHERE people IS NOT NULL),
        (coalesce(sum(people) FILTER (WHERE people < 10 + u.unknown), 0) + u.unknown)::bigint)::text
      FROM (SELECT coalesce(held_unknown, 0) AS unknown FROM asked) u LEFT JOIN groups ON true GROUP BY u.unknown""";

  private static final List<String> FILTERS =
      List.of("{}", "{\"gender\":[\"1\"]}", "{\"gender\":[\"1\",\"2\"],\"lsoa\":[\"E01000001\"]}");
  private static final List<String> COLUMNS = List.of("{}", "{gender}", "{gender,lsoa}");
  private static final List<String> DAYS =
      List.of("2024-01-01", "2024-01-20", "2024-02-10", "2024-03-31");

  @Test
  void what_stands_apart_is_what_a_plain_comparison_finds() throws SQLException {
    EphemeralDatabase database = EphemeralDatabase.fresh();
    Random random = new Random(17);
    Set<String> answers = new HashSet<>();
    try (Connection superuser = database.superuser()) {
      Sql.run(superuser, WORLD);
      for (int i = 0; i < QUESTIONS; i++) {
        Object[] question = question(random);
        String answer = Sql.one(superuser, ASKED, question);
        assertThat(answer)
            .as(Arrays.toString(question))
            .isEqualTo(
                Sql.one(
                    superuser,
                    PLAIN.replace(" ? '", " ?? '").replace(" ? t.", " ?? t."),
                    question));
        answers.add(answer);
      }
    }
    assertThat(answers).as("questions with different answers").hasSizeGreaterThan(QUESTIONS / 3);
  }

  private static Object[] question(Random random) {
    int hour = random.nextInt(8);
    return new Object[] {
      DAYS.get(random.nextInt(2)),
      DAYS.get(2 + random.nextInt(2)),
      one(FILTERS, random),
      random.nextBoolean(),
      DAYS.get(random.nextInt(2)),
      DAYS.get(2 + random.nextInt(2)),
      one(FILTERS, random),
      random.nextBoolean(),
      "2024-06-01 0%d:15Z".formatted(hour),
      "2024-06-01 0%d:45Z".formatted(Math.min(9, hour + random.nextInt(3))),
      one(COLUMNS, random),
      random.nextBoolean(),
      random.nextInt(4) == 0 ? random.nextLong(1, 5) : null
    };
  }

  private static String one(List<String> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
