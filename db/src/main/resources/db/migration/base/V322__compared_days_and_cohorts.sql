-- Two counts are laid beside each other as wholes: one of a day more tells that day by subtraction. Rows show their
-- month, and of them the days that both cover are what can be subtracted. And of a held release whose cohort was
-- replaced nobody knows any more who was in it.
DROP FUNCTION guard.compare_rows(date, date, jsonb, boolean, jsonb, boolean, timestamptz, timestamptz, text[], boolean);

-- As before; each side has days of its own, and stands apart from the other outside of the other's. Where it is not
-- known whom the other release held, but how many at most (held_unknown), all rows of the first stand apart, and any
-- of so many people may be missing from any group.
CREATE FUNCTION guard.compare_rows(
  first_day date, last_day date, filters jsonb, upheld boolean, held_first_day date, held_last_day date,
  held_filters jsonb, held_upheld boolean, held_from timestamptz, held_until timestamptz, columns text[], by_month boolean,
  held_unknown bigint,
  OUT rows_only_new bigint, OUT rows_only_held bigint, OUT smallest_group bigint, OUT singled_out bigint)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET TimeZone = 'UTC'
SET DateStyle = 'ISO, YMD'
SET IntervalStyle = 'postgres'
SET bytea_output = 'hex'
SET extra_float_digits = 1
SET standard_conforming_strings = on
SET transform_null_equals = off
SET row_security = off
AS $$
DECLARE
  shown text := coalesce((SELECT string_agg(format('e.%I', c), ', ' ORDER BY c) FROM unnest(columns) AS c), 'true AS all_of_them');
  grouped_by text := coalesce((SELECT string_agg(format('a.%I', c), ', ' ORDER BY c) FROM unnest(columns) AS c), 'a.all_of_them');
  fresh text := ' AND e.test_date BETWEEN $1 AND $2' || guard.row_condition(filters);
  held text := CASE WHEN held_unknown IS NULL
    THEN ' AND e.test_date BETWEEN $5 AND $6' || guard.row_condition(held_filters) ELSE ' AND false' END;
  days CONSTANT text := '(e.test_date BETWEEN $1 AND $2 OR e.test_date BETWEEN $5 AND $6)';
  counting text;
  -- Rows that were put aside lie on no side.
  of_nobody_who_objects text := CASE WHEN held_upheld THEN
    ' AND NOT EXISTS (SELECT FROM source.objector o WHERE o.person_ref = e.person_ref)'
    ' AND NOT EXISTS (SELECT FROM source.objecting_record r WHERE r.record_ref = e.record_ref)' ELSE '' END;
BEGIN
  IF by_month THEN
    shown := shown || ', date_trunc(''month'', e.test_date::timestamp)::date AS partition_month';
    grouped_by := grouped_by || ', a.partition_month';
  END IF;
  SELECT string_agg(format(
      'SELECT (%1$s%2$s) IS TRUE AS is_new, e.record_ref, e.person_ref, %3$s FROM source.%4$I e '
      'JOIN source.submission_summary own ON own.id = e.submission_id '
      'WHERE %7$s AND ((%1$s%2$s) IS TRUE) <> ((%5$s AND own.loaded_at < $4%6$s) IS TRUE)',
      side.in_fresh::text, fresh, shown, side.name, side.in_held::text, held, days), ' UNION ALL ')
    INTO counting
    FROM (VALUES ('did_event_unopposed', true, true), ('did_event_objecting', NOT upheld, NOT held_upheld))
      AS side (name, in_fresh, in_held);
  EXECUTE format(
    'WITH counting AS (%1$s), '
    'aside AS MATERIALIZED ('
    '  SELECT e.record_ref, e.person_ref, %2$s FROM source.did_event_replaced e '
    '  JOIN source.submission_summary own ON own.id = e.submission_id '
    '  LEFT JOIN source.submission_summary successor ON successor.id = e.replaced_by '
    '  LEFT JOIN source.withdrawal w ON w.submission_id = e.submission_id AND e.replaced_by IS NULL '
    '  WHERE own.loaded_at < $4 '
    '  AND coalesce(successor.loaded_at, w.withdrawn_at) > $3%3$s%4$s), '
    'apart AS ('
    '  SELECT c.* FROM counting c '
    '  WHERE NOT (c.is_new AND EXISTS (SELECT FROM aside a WHERE a.record_ref = c.record_ref)) '
    '  UNION ALL '
    '  SELECT false, a.* FROM aside a WHERE NOT EXISTS (SELECT FROM %5$s e '
    '    WHERE e.record_ref = a.record_ref%6$s)), '
    'groups AS ('
    '  SELECT a.is_new, count(*) AS n, count(DISTINCT a.person_ref) AS people FROM apart a GROUP BY a.is_new, %7$s) '
    'SELECT coalesce(sum(n) FILTER (WHERE is_new), 0), coalesce(sum(n) FILTER (WHERE NOT is_new), 0), '
    '  min(greatest(people - $7, 1)), coalesce(sum(people) FILTER (WHERE people < 10 + $7), 0) + $7 FROM groups',
    counting, shown, held, of_nobody_who_objects, guard.rows_read(upheld), fresh, grouped_by)
    INTO rows_only_new, rows_only_held, smallest_group, singled_out
    USING first_day, last_day, held_from, held_until, held_first_day, held_last_day, coalesce(held_unknown, 0);
END
$$;
ALTER FUNCTION guard.compare_rows(date, date, jsonb, boolean, date, date, jsonb, boolean, timestamptz, timestamptz, text[], boolean, bigint)
  OWNER TO guard_reader;
REVOKE ALL ON FUNCTION guard.compare_rows(date, date, jsonb, boolean, date, date, jsonb, boolean, timestamptz, timestamptz, text[], boolean, bigint)
  FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.compare_rows(date, date, jsonb, boolean, date, date, jsonb, boolean, timestamptz, timestamptz, text[], boolean, bigint)
  TO guard_def;

SET ROLE guard_def;

-- How many people at most a held release had whose cohort was replaced and forgotten; null where its people are known.
CREATE FUNCTION guard.forgotten_people(held uuid) RETURNS bigint
LANGUAGE sql AS $$
  SELECT c.lines FROM ledger.run_cohort r JOIN source.cohort c ON c.id = r.cohort_id
  WHERE r.run_id = held AND c.id < (SELECT max(n.id) FROM source.cohort n WHERE n.selection_id = c.selection_id)
$$;
REVOKE ALL ON FUNCTION guard.forgotten_people(uuid) FROM PUBLIC;

-- The days to compare of a selection beside another one: those that both cover, or, where one of them is counts and
-- they share days, all of its own.
CREATE FUNCTION guard.days_to_compare(own guard.selection, other guard.selection, OUT first_day date, OUT last_day date)
LANGUAGE plpgsql AS $$
BEGIN
  first_day := greatest(own.period_from, other.period_from);
  last_day := least(own.period_to, other.period_to);
  IF first_day <= last_day AND 'aggregate' IN (guard.level_of(own), guard.level_of(other)) THEN
    first_day := own.period_from;
    last_day := own.period_to;
  END IF;
END
$$;
REVOKE ALL ON FUNCTION guard.days_to_compare(guard.selection, guard.selection) FROM PUBLIC;

CREATE OR REPLACE FUNCTION guard.compare_with(run uuid, approved guard.selection, upheld boolean, held ledger.release_order) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  theirs guard.selection := guard.selection_as_decided(held.selection_id, held.digest);
  days record := guard.days_to_compare(approved, theirs);
  held_days record := guard.days_to_compare(theirs, approved);
  reading record;
  found_apart record;
BEGIN
  SELECT r.first_opened, least(r.last_read, e.at) AS last_read INTO reading
    FROM guard.reading_of(held.run_id) r, ledger.release_publication p JOIN ledger.entry e ON e.id = p.entry_id
    WHERE p.run_id = held.run_id;
  SELECT * INTO found_apart FROM guard.compare_rows(
    days.first_day, days.last_day, guard.filters_of(approved), upheld,
    held_days.first_day, held_days.last_day, guard.filters_of(theirs),
    -- Who objected when the other was read is known only while that list counts; otherwise they may be in it.
    EXISTS (SELECT 1 FROM ledger.run_objections r
      WHERE r.run_id = held.run_id AND r.list_id = (SELECT max(l.id) FROM source.objection_list l)),
    coalesce(reading.first_opened, '-infinity'), coalesce(reading.last_read, 'infinity'),
    ARRAY(SELECT c FROM unnest(guard.quasi_identifiers(approved)) AS c
      INTERSECT SELECT c FROM unnest(guard.quasi_identifiers(theirs)) AS c),
    guard.level_of(approved) = 'row-level' AND guard.level_of(theirs) = 'row-level',
    CASE WHEN days.first_day <= days.last_day THEN guard.forgotten_people(held.run_id) END);
  INSERT INTO ledger.release_comparison (run_id, held_run_id, rows_only_new, rows_only_held, smallest_group, singled_out)
    VALUES (run, held.run_id, found_apart.rows_only_new, found_apart.rows_only_held, found_apart.smallest_group,
      found_apart.singled_out);
END
$$;

RESET ROLE;
