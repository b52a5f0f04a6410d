-- Rows about people who object are kept apart. What an agreement that upholds objections reads is a table
-- without them, so that leaving them out costs nothing where rows are read: asking of every row whether its
-- person is on the list, and counting those who are, was a fifth of the database's work with a list of one,
-- and with a list of a whole country's length as much as reading the row.
--
--   source.did_event               every row that counts, by what follows
--     source.did_event_unopposed   nobody objects, one partition a month of the test
--     source.did_event_objecting   somebody does, one partition a month of the test
--
-- A row changes sides in the transaction that stores the list, the submission or the withdrawal by which its
-- person objects or objects no more. One of these goes on at a time.
SET LOCAL ROLE guard_source;

ALTER TABLE source.did_event RENAME TO did_event_unopposed;
ALTER INDEX source.did_event_record_ref RENAME TO did_event_unopposed_record_ref;
ALTER INDEX source.did_event_submission RENAME TO did_event_unopposed_submission;
ALTER TABLE source.did_event_unopposed ADD COLUMN objecting boolean NOT NULL DEFAULT false;
CREATE TABLE source.did_event (LIKE source.did_event_unopposed INCLUDING DEFAULTS INCLUDING CONSTRAINTS)
  PARTITION BY LIST (objecting);
ALTER TABLE source.did_event ATTACH PARTITION source.did_event_unopposed FOR VALUES IN (false);
CREATE TABLE source.did_event_objecting PARTITION OF source.did_event FOR VALUES IN (true) PARTITION BY RANGE (test_date);
CREATE INDEX did_event_record_ref ON source.did_event USING hash (record_ref);
CREATE INDEX did_event_submission ON source.did_event USING brin (submission_id);
-- Whoever adds a row says on which side it belongs.
ALTER TABLE source.did_event ALTER COLUMN objecting DROP DEFAULT;
ALTER TABLE source.did_event_unopposed ALTER COLUMN objecting DROP DEFAULT;
ALTER TABLE source.did_event_objecting ALTER COLUMN objecting DROP DEFAULT;
COMMENT ON COLUMN source.did_event.objecting IS
  'whether somebody whom the row is about, or may be about, is on the list of objections that counts';

-- Every column may be approved for a release but the one that says who objects, which nobody needs to see.
REVOKE ALL ON source.did_event_unopposed FROM guard_reader;
DO $$
DECLARE
  columns text;
BEGIN
  SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) INTO columns FROM pg_attribute a
  WHERE a.attrelid = 'source.did_event'::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attname <> 'objecting';
  EXECUTE format(
    'GRANT SELECT (%s) ON source.did_event, source.did_event_unopposed, source.did_event_objecting TO guard_reader', columns);
END
$$;

-- Months on both sides.
CREATE OR REPLACE FUNCTION source.add_months(first_month date, last_month date) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
SET DateStyle = 'ISO, YMD'
AS $$
BEGIN
  PERFORM source.add_month('did_event_unopposed', 'did_event_', m::date),
    source.add_month('did_event_objecting', 'did_event_objecting_', m::date)
  FROM generate_series(first_month, last_month, interval '1 month') AS m;
END
$$;

-- Made beside the table and then attached: whoever reads it now is not in the way.
CREATE FUNCTION source.add_month(side text, beginning text, month date) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
SET DateStyle = 'ISO, YMD'
AS $$
DECLARE
  name text := beginning || to_char(month, 'YYYY_MM');
BEGIN
  IF to_regclass(format('source.%I', name)) IS NULL THEN
    EXECUTE format('CREATE TABLE source.%I (LIKE source.%I INCLUDING ALL)', name, side);
    EXECUTE format('ALTER TABLE source.%I ATTACH PARTITION source.%I FOR VALUES FROM (%L) TO (%L)',
      side, name, month, (month + interval '1 month')::date);
  END IF;
END
$$;

DO $$
BEGIN
  PERFORM source.add_months(m, m)
  FROM pg_inherits i CROSS JOIN LATERAL to_date(right(i.inhrelid::regclass::text, 7), 'YYYY_MM') AS m
  WHERE i.inhparent = 'source.did_event_unopposed'::regclass;
END
$$;

-- Rows go to the side on which they belong under the list that counts.
CREATE FUNCTION source.part_objecting() RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  UPDATE source.did_event e SET objecting = true
  FROM source.objector o WHERE NOT e.objecting AND o.person_ref = e.person_ref;
  UPDATE source.did_event e SET objecting = true
  FROM source.objecting_record r WHERE NOT e.objecting AND r.record_ref = e.record_ref AND r.test_date = e.test_date;
  UPDATE source.did_event e SET objecting = false
  WHERE e.objecting AND NOT EXISTS (SELECT FROM source.objector o WHERE o.person_ref = e.person_ref)
    AND NOT EXISTS (SELECT FROM source.objecting_record r WHERE r.record_ref = e.record_ref);
END
$$;
REVOKE ALL ON FUNCTION source.part_objecting(), source.add_month(text, text, date) FROM PUBLIC;
SELECT source.part_objecting();

-- As before; and the rows change sides.
CREATE OR REPLACE FUNCTION source.accept_objections(
  new_as_of date, new_file_sha256 bytea, confirmed_removed bigint,
  OUT id integer, OUT already_loaded boolean, OUT people bigint, OUT added bigint, OUT removed bigint)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET TimeZone = 'UTC'
SET DateStyle = 'ISO, YMD'
SET bytea_output = 'hex'
SET extra_float_digits = 1
SET standard_conforming_strings = on
SET row_security = off
SET work_mem = '96MB'
AS $$
DECLARE
  latest source.objection_list;
  vault_key bytea;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'A list of objections is stored in a read committed transaction.' USING ERRCODE = '25001';
  END IF;
  -- No submission comes or goes while rows change sides.
  LOCK TABLE source.submission IN SHARE ROW EXCLUSIVE MODE;
  LOCK TABLE source.objection_list IN SHARE ROW EXCLUSIVE MODE;
  SELECT * INTO latest FROM source.objection_list l ORDER BY l.id DESC LIMIT 1;
  already_loaded := coalesce(latest.as_of = new_as_of AND latest.file_sha256 = new_file_sha256, false);
  IF already_loaded THEN
    id := latest.id;
    people := latest.people;
    added := latest.added;
    removed := latest.removed;
    RETURN;
  END IF;
  IF new_as_of < latest.as_of THEN
    RAISE EXCEPTION 'A list as at % counts already. A list as at an earlier day, %, cannot take its place.',
      latest.as_of, new_as_of USING ERRCODE = 'DS002';
  END IF;
  CREATE TEMPORARY TABLE named ON COMMIT DROP AS SELECT DISTINCT o.nhs_number FROM pg_temp.objecting o;
  ANALYZE pg_temp.named;
  SELECT count(*) INTO people FROM pg_temp.named;
  IF people = 0 THEN
    RAISE EXCEPTION 'The list names nobody. Load a file with one NHS number a line.' USING ERRCODE = 'DS002';
  END IF;
  SELECT count(*) INTO removed FROM vault.objection o
    WHERE NOT EXISTS (SELECT FROM pg_temp.named n WHERE n.nhs_number = o.nhs_number);
  IF removed * 10 > latest.people AND removed IS DISTINCT FROM confirmed_removed THEN
    RAISE EXCEPTION 'This list would take % of the % people off the list that counts. Look whether the file is whole. If it is, load it again and confirm that % go.',
      removed, latest.people, removed USING ERRCODE = 'DS002';
  END IF;
  SELECT key INTO STRICT vault_key FROM vault.secret;
  DELETE FROM vault.objection o WHERE NOT EXISTS (SELECT FROM pg_temp.named n WHERE n.nhs_number = o.nhs_number);
  INSERT INTO vault.objection (nhs_number, person_ref)
    SELECT n.nhs_number, substring(extension.hmac(
      convert_to(source.identity_of(true, n.nhs_number, NULL, NULL, NULL, NULL), 'UTF8'), vault_key, 'sha256') FROM 1 FOR 16)
    FROM pg_temp.named n
    WHERE NOT EXISTS (SELECT FROM vault.objection o WHERE o.nhs_number = n.nhs_number);
  GET DIAGNOSTICS added = ROW_COUNT;
  DELETE FROM source.objector o WHERE NOT EXISTS (SELECT FROM vault.objection v WHERE v.person_ref = o.person_ref);
  INSERT INTO source.objector SELECT v.person_ref FROM vault.objection v ON CONFLICT DO NOTHING;
  ANALYZE vault.objection;
  ANALYZE source.objector;
  PERFORM source.part_objecting();
  id := coalesce(latest.id, 0) + 1;
  INSERT INTO source.objection_list (id, as_of, file_sha256, people, added, removed)
    VALUES (id, new_as_of, new_file_sha256, people, added, removed);
END
$$;

-- As before; and a record that moves to somebody else changes sides where only one of them objects.
CREATE OR REPLACE FUNCTION source.regroup_earlier(cause bigint, vault_key bytea, withdrawing boolean DEFAULT false) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  moved bigint;
BEGIN
  CREATE TEMPORARY TABLE regrouped ON COMMIT DROP AS
  SELECT n.record_ref, n.test_date, n.old_ref, n.new_ref
  FROM (
    SELECT r.record_ref, r.test_date, r.person_ref AS old_ref,
           substring(extension.hmac(
             convert_to(source.identity_of(false, NULL, r.triple, h.people, h.nhs_number, r.record_ref), 'UTF8'),
             vault_key, 'sha256') FROM 1 FOR 16) AS new_ref
    FROM pg_temp.holder h JOIN vault.record r ON r.triple = h.triple
    WHERE NOT r.verified) n
  WHERE n.new_ref <> n.old_ref;
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved > 0 THEN
    UPDATE vault.record r SET person_ref = n.new_ref
    FROM pg_temp.regrouped n WHERE n.record_ref = r.record_ref;
    UPDATE source.did_event e SET person_ref = n.new_ref,
      objecting = EXISTS (SELECT FROM source.objector o WHERE o.person_ref = n.new_ref)
        OR EXISTS (SELECT FROM source.objecting_record r WHERE r.record_ref = n.record_ref)
    FROM pg_temp.regrouped n WHERE n.record_ref = e.record_ref AND n.test_date = e.test_date;
    INSERT INTO source.person_change (record_ref, old_ref, new_ref, submission_id, by_withdrawal)
    SELECT record_ref, old_ref, new_ref, cause, withdrawing FROM pg_temp.regrouped;
  END IF;
END
$$;

-- As before: on which side a row lay is not part of what is kept of it.
CREATE OR REPLACE FUNCTION source.put_aside(successor bigint) RETURNS bigint
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  moved bigint;
BEGIN
  ANALYZE pg_temp.yielding;
  SELECT count(*) INTO moved FROM pg_temp.yielding;
  IF moved > 0 THEN
    WITH gone AS (
      DELETE FROM vault.record r USING pg_temp.yielding y WHERE r.record_ref = y.record_ref RETURNING r.*)
    INSERT INTO vault.record_replaced SELECT gone.*, successor FROM gone;
    WITH gone AS (
      DELETE FROM source.did_event e USING pg_temp.yielding y
      WHERE e.record_ref = y.record_ref AND e.test_date = y.test_date RETURNING
        e.submission_id, e.snomed_ct, e.derived_snomed_ct, e.test_date, e.request_date, e.received_date,
        e.report_date, e.test_year, e.test_month, e.request_to_received_days, e.request_to_test_days,
        e.request_to_report_days, e.received_to_test_days, e.received_to_report_days, e.test_to_report_days, e.age,
        e.age_band_5, e.age_band_10, e.age_band_child, e.age_band_50_74, e.age_band_16_60, e.age_band_16_64,
        e.modality_id, e.sub_modality_id, e.region_id, e.sub_region_id, e.system_id, e.sub_system_id, e.component_id,
        e.morphology_id, e.fetal_id, e.early_cancer_id, e.sub_early_cancer_id, e.referrer_type, e.ethnic_group,
        e.person_ref, e.record_ref, e.ethnic_category, e.gender, e.source_setting, e.lsoa, e.msoa, e.residence_region,
        e.gp_practice, e.commissioner, e.referring_organisation, e.nicip, e.site_code, e.provider_code, e.submitter)
    INSERT INTO source.did_event_replaced SELECT gone.*, successor FROM gone;
  END IF;
  RETURN moved;
END
$$;

-- As before; each row on its side.
CREATE OR REPLACE FUNCTION source.store_events(new_id bigint, new_submitter text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO source.did_event (
    submission_id, submitter, person_ref, record_ref,
    snomed_ct, derived_snomed_ct, test_date, request_date, received_date, report_date,
    test_year, test_month, request_to_received_days, request_to_test_days, request_to_report_days,
    received_to_test_days, received_to_report_days, test_to_report_days, age, age_band_5, age_band_10,
    age_band_child, age_band_50_74, age_band_16_60, age_band_16_64, modality_id, sub_modality_id, region_id,
    sub_region_id, system_id, sub_system_id, component_id, morphology_id, fetal_id, early_cancer_id,
    sub_early_cancer_id, referrer_type, ethnic_group, ethnic_category, gender, source_setting, lsoa, msoa,
    residence_region, gp_practice, commissioner, referring_organisation, nicip, site_code, provider_code, objecting)
  SELECT new_id, new_submitter, g.person_ref, g.record_ref,
         s.snomed_ct, s.derived_snomed_ct, s.test_date, s.request_date, s.received_date, s.report_date,
         s.test_year, s.test_month, s.request_to_received_days, s.request_to_test_days,
         s.request_to_report_days, s.received_to_test_days, s.received_to_report_days,
         s.test_to_report_days, s.age, s.age_band_5, s.age_band_10, s.age_band_child, s.age_band_50_74,
         s.age_band_16_60, s.age_band_16_64, s.modality_id, s.sub_modality_id, s.region_id,
         s.sub_region_id, s.system_id, s.sub_system_id, s.component_id, s.morphology_id, s.fetal_id,
         s.early_cancer_id, s.sub_early_cancer_id, s.referrer_type, s.ethnic_group, s.ethnic_category,
         s.gender, s.source_setting, s.lsoa, s.msoa, s.residence_region, s.gp_practice, s.commissioner,
         s.referring_organisation, s.nicip, s.site_code, s.provider_code,
         o.person_ref IS NOT NULL OR v.nhs_number IS NOT NULL
  FROM pg_temp.grouped g JOIN pg_temp.staging s USING (line)
  LEFT JOIN source.objector o ON o.person_ref = g.person_ref
  LEFT JOIN vault.objection v ON v.nhs_number = s.nhs_number AND NOT g.verified
  WHERE NOT s.excluded AND g.outlived_by IS NULL;
  IF EXISTS (SELECT FROM pg_temp.grouped g WHERE g.outlived_by IS NOT NULL) THEN
    INSERT INTO source.did_event_replaced (
      replaced_by, submission_id, submitter, person_ref, record_ref,
      snomed_ct, derived_snomed_ct, test_date, request_date, received_date, report_date,
      test_year, test_month, request_to_received_days, request_to_test_days, request_to_report_days,
      received_to_test_days, received_to_report_days, test_to_report_days, age, age_band_5, age_band_10,
      age_band_child, age_band_50_74, age_band_16_60, age_band_16_64, modality_id, sub_modality_id, region_id,
      sub_region_id, system_id, sub_system_id, component_id, morphology_id, fetal_id, early_cancer_id,
      sub_early_cancer_id, referrer_type, ethnic_group, ethnic_category, gender, source_setting, lsoa, msoa,
      residence_region, gp_practice, commissioner, referring_organisation, nicip, site_code, provider_code)
    SELECT g.outlived_by, new_id, new_submitter, g.person_ref, g.record_ref,
           s.snomed_ct, s.derived_snomed_ct, s.test_date, s.request_date, s.received_date, s.report_date,
           s.test_year, s.test_month, s.request_to_received_days, s.request_to_test_days,
           s.request_to_report_days, s.received_to_test_days, s.received_to_report_days,
           s.test_to_report_days, s.age, s.age_band_5, s.age_band_10, s.age_band_child, s.age_band_50_74,
           s.age_band_16_60, s.age_band_16_64, s.modality_id, s.sub_modality_id, s.region_id,
           s.sub_region_id, s.system_id, s.sub_system_id, s.component_id, s.morphology_id, s.fetal_id,
           s.early_cancer_id, s.sub_early_cancer_id, s.referrer_type, s.ethnic_group, s.ethnic_category,
           s.gender, s.source_setting, s.lsoa, s.msoa, s.residence_region, s.gp_practice, s.commissioner,
           s.referring_organisation, s.nicip, s.site_code, s.provider_code
    FROM pg_temp.grouped g JOIN pg_temp.staging s USING (line)
    WHERE NOT s.excluded AND g.outlived_by IS NOT NULL;
  END IF;
END
$$;

-- As before; who objects is known of today's rows alone.
DROP FUNCTION source.events_as_of(bigint);
CREATE FUNCTION source.events_as_of(cut bigint) RETURNS SETOF source.did_event
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  stored_at timestamptz;
  plain text;
  as_it_was text;
BEGIN
  SELECT s.loaded_at INTO stored_at FROM source.submission_summary s WHERE s.id = cut;
  IF stored_at IS NULL THEN
    RAISE EXCEPTION 'There is no submission with this number.' USING ERRCODE = 'DS002';
  END IF;
  SELECT string_agg(CASE a.attname WHEN 'objecting' THEN 'NULL::boolean AS objecting'
           ELSE format('e.%I', a.attname) END, ', ' ORDER BY a.attnum),
         string_agg(CASE a.attname WHEN 'person_ref' THEN 'coalesce(m.old_ref, r.person_ref)'
           ELSE format('r.%I', a.attname) END, ', ' ORDER BY a.attnum)
  INTO plain, as_it_was
  FROM pg_attribute a
  WHERE a.attrelid = 'source.did_event'::regclass AND a.attnum > 0 AND NOT a.attisdropped;
  RETURN QUERY EXECUTE format($q$
    WITH earlier AS (SELECT s.id FROM source.submission_summary s WHERE s.loaded_at <= $1),
    readable AS (
      SELECT %1$s, 'infinity'::timestamptz AS ended_at
      FROM source.did_event e WHERE e.submission_id IN (SELECT id FROM earlier)
      UNION ALL
      SELECT %1$s, coalesce(successor.loaded_at, w.withdrawn_at)
      FROM source.did_event_replaced e
      LEFT JOIN source.submission_summary successor ON successor.id = e.replaced_by
      LEFT JOIN source.withdrawal w ON w.submission_id = e.submission_id AND e.replaced_by IS NULL
      WHERE e.submission_id IN (SELECT id FROM earlier) AND coalesce(successor.loaded_at, w.withdrawn_at) > $1),
    change AS (
      SELECT c.record_ref, c.old_ref, CASE WHEN c.by_withdrawal THEN w.withdrawn_at ELSE s.loaded_at END AS changed_at
      FROM source.person_change c
      JOIN source.submission_summary s ON s.id = c.submission_id
      LEFT JOIN source.withdrawal w ON w.submission_id = c.submission_id),
    moved AS (
      SELECT DISTINCT ON (r.record_ref, r.submission_id) r.record_ref, r.submission_id, c.old_ref
      FROM readable r JOIN change c ON c.record_ref = r.record_ref AND c.changed_at > $1 AND c.changed_at < r.ended_at
      ORDER BY r.record_ref, r.submission_id, c.changed_at)
    SELECT %2$s FROM readable r LEFT JOIN moved m USING (record_ref, submission_id)$q$, plain, as_it_was)
    USING stored_at;
END
$$;
REVOKE ALL ON FUNCTION source.events_as_of(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION source.events_as_of(bigint) TO guard_reader;

RESET ROLE;

SET ROLE guard_def;

-- What a row must be like to leave: of the approved values, and of a cohort's people alone where there is one.
-- A value that was escaped in the canonical text matches no code, and so no row.
CREATE FUNCTION guard.row_condition(filters jsonb) RETURNS text
LANGUAGE sql AS $$
  SELECT coalesce((
      SELECT string_agg(
        CASE WHEN key = 'cohort' THEN format(
          ' AND EXISTS (SELECT FROM source.cohort_member m WHERE m.selection_id = %L::uuid AND m.person_ref = e.person_ref)',
          value ->> 0)
        ELSE format(' AND e.%I::text = ANY (%L::text[])', key, ARRAY(SELECT jsonb_array_elements_text(value))) END, '')
      FROM jsonb_each(filters)), '')
$$;

-- Where rows are read: without those of people who object, where that is upheld.
CREATE FUNCTION guard.rows_read(upheld boolean) RETURNS text
LANGUAGE sql AS $$
  SELECT CASE WHEN upheld THEN 'source.did_event_unopposed' ELSE 'source.did_event' END
$$;
REVOKE ALL ON FUNCTION guard.row_condition(jsonb), guard.rows_read(boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.row_condition(jsonb), guard.rows_read(boolean) TO guard_reader;

RESET ROLE;

CREATE OR REPLACE FUNCTION guard.build_released_view(
  run uuid, columns text[], names text[], first_day date, last_day date, filters jsonb, upheld boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET lock_timeout = '2s'
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
  list text;
  rows text := guard.rows_read(upheld) || ' e';
  condition text := guard.row_condition(filters);
  arms text;
BEGIN
  IF 'study_id' = ANY (columns) THEN
    rows := rows || format(' JOIN source.cohort_member c ON c.selection_id = %L::uuid AND c.person_ref = e.person_ref',
      filters -> 'cohort' ->> 0);
  END IF;
  SELECT string_agg(format(CASE WHEN c = 'study_id' THEN 'c.%I AS %I' ELSE 'e.%I AS %I' END, c, n), ', ' ORDER BY position)
    INTO list FROM unnest(columns, names) WITH ORDINALITY AS t(c, n, position);
  SELECT string_agg(format(
      'SELECT %s, %L::date AS partition_month FROM %s '
      'WHERE (SELECT guard.may_read(%L::uuid)) AND e.test_date >= %L::date AND e.test_date <= %L::date%s',
      list, month::date, rows, run, greatest(month::date, first_day),
      least((month + interval '1 month - 1 day')::date, last_day), condition), ' UNION ALL ' ORDER BY month)
    INTO arms
    FROM generate_series(date_trunc('month', first_day::timestamp), last_day::timestamp, interval '1 month') AS month;
  DROP VIEW IF EXISTS pg_temp.released;
  EXECUTE 'CREATE TEMPORARY VIEW released WITH (security_barrier) AS ' || arms;
  GRANT SELECT ON pg_temp.released TO did_release;
END
$$;

CREATE OR REPLACE FUNCTION guard.build_released_counts(
  run uuid, codes text[], columns text[], names text[], types text[], first_day date, last_day date, filters jsonb,
  upheld boolean, smallest integer, round_to integer) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER
SET lock_timeout = '2s'
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
  width integer := cardinality(columns);
  condition text := guard.row_condition(filters);
  cells bigint;
  hidden_now bigint;
  hidden_more bigint;
BEGIN
  DROP VIEW IF EXISTS pg_temp.released;
  DROP TABLE IF EXISTS pg_temp.counted;
  EXECUTE format(
    'CREATE TEMPORARY TABLE counted AS '
    'SELECT NULL::integer AS total_of, ARRAY[%s]::text[] AS key, g.n, g.n < %s AS hidden '
    'FROM (SELECT %s, count(*) AS n FROM %s e '
    'WHERE e.test_date >= %L::date AND e.test_date <= %L::date%s GROUP BY %s) g',
    (SELECT string_agg(format('g.c%s::text', i), ', ' ORDER BY i) FROM generate_series(1, width) AS i),
    smallest,
    (SELECT string_agg(format('e.%I AS c%s', columns[i], i), ', ' ORDER BY i) FROM generate_series(1, width) AS i),
    guard.rows_read(upheld), first_day, last_day, condition,
    (SELECT string_agg(i::text, ', ' ORDER BY i) FROM generate_series(1, width) AS i));
  GET DIAGNOSTICS cells = ROW_COUNT;
  -- With one field a total by it would be the cell again.
  INSERT INTO pg_temp.counted
    SELECT t.field, ARRAY(SELECT CASE WHEN j = t.field THEN t.line END FROM generate_series(1, width) AS j ORDER BY j),
      t.n, t.n < smallest
    FROM (
      SELECT f.i AS field, c.key[f.i] AS line, sum(c.n) AS n
      FROM pg_temp.counted c CROSS JOIN generate_series(1, width) AS f (i)
      WHERE width > 1 GROUP BY 1, 2
    ) t;
  INSERT INTO pg_temp.counted
    SELECT 0, array_fill(NULL::text, ARRAY[width]), sum(c.n), sum(c.n) < smallest
    FROM pg_temp.counted c WHERE c.total_of IS NULL HAVING count(*) > 0;
  ALTER TABLE pg_temp.counted ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY;
  LOOP
    hidden_now := 0;
    FOR field IN 1 .. width LOOP
      UPDATE pg_temp.counted t SET hidden = true FROM (
        SELECT DISTINCT ON (x.sum_of, x.line) x.id
        FROM (
          SELECT m.*, count(*) FILTER (WHERE m.hidden) OVER (PARTITION BY m.sum_of, m.line) AS hidden_members
          FROM (
            SELECT c.id, c.n, c.hidden, c.key, 'value' AS sum_of, c.key[field] AS line, c.total_of IS NOT NULL AS is_total
            FROM pg_temp.counted c WHERE width > 1 AND (c.total_of IS NULL OR c.total_of = field)
            UNION ALL
            SELECT c.id, c.n, c.hidden, c.key, 'all', NULL, c.total_of = 0 IS TRUE
            FROM pg_temp.counted c WHERE c.total_of = 0 OR c.total_of = field OR (width = 1 AND c.total_of IS NULL)
          ) m
        ) x
        WHERE x.hidden_members = 1 AND NOT x.hidden
        ORDER BY x.sum_of, x.line, x.is_total, x.n, x.key
      ) picked
      WHERE t.id = picked.id;
      GET DIAGNOSTICS hidden_more = ROW_COUNT;
      hidden_now := hidden_now + hidden_more;
    END LOOP;
    EXIT WHEN hidden_now = 0;
  END LOOP;
  EXECUTE format(
    'CREATE TEMPORARY VIEW released WITH (security_barrier) AS SELECT %s, '
    'CASE WHEN NOT c.hidden THEN (round(c.n::numeric / %s) * %s)::bigint END AS events, '
    'CASE WHEN c.total_of = 0 THEN ''ALL'' ELSE (%L::text[])[c.total_of] END AS total_of, '
    'sha256(convert_to(coalesce(c.total_of::text, '''') || c.key::text, ''UTF8'')) AS record_ref, '
    '%L::date AS partition_month FROM pg_temp.counted c WHERE (SELECT guard.may_read(%L::uuid))',
    (SELECT string_agg(format('c.key[%s]::%s AS %I', i, types[i], names[i]), ', ' ORDER BY i)
      FROM generate_series(1, width) AS i),
    round_to, round_to, codes, date_trunc('month', first_day::timestamp)::date, run);
  GRANT SELECT ON pg_temp.released TO did_release;
  RETURN cells;
END
$$;

CREATE OR REPLACE FUNCTION guard.count_withheld(first_day date, last_day date, filters jsonb) RETURNS bigint
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
  withheld bigint;
BEGIN
  EXECUTE 'SELECT count(*) FROM source.did_event_objecting e WHERE e.test_date BETWEEN $1 AND $2' || guard.row_condition(filters)
    INTO withheld USING first_day, last_day;
  RETURN withheld;
END
$$;

CREATE OR REPLACE FUNCTION guard.count_readable(
  submission bigint, first_day date, last_day date, filters jsonb, first_opened timestamptz) RETURNS bigint
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
  readable bigint;
BEGIN
  EXECUTE format(
    'SELECT count(*) FROM source.did_event_replaced e '
    'JOIN source.submission_summary own ON own.id = e.submission_id '
    'LEFT JOIN source.submission_summary successor ON successor.id = e.replaced_by '
    'LEFT JOIN source.withdrawal w ON w.submission_id = e.submission_id AND e.replaced_by IS NULL '
    'WHERE e.submission_id = $1 AND e.test_date BETWEEN $2 AND $3%s '
    'AND coalesce(successor.loaded_at, w.withdrawn_at) > greatest(own.loaded_at, $4 - interval ''1 minute'')',
    guard.row_condition(filters))
    INTO readable USING submission, first_day, last_day, first_opened;
  RETURN readable;
END
$$;

CREATE OR REPLACE FUNCTION guard.build_released_bridge(
  run uuid, first_day date, last_day date, one_from date, one_to date, one_filters jsonb,
  other_from date, other_to date, other_filters jsonb, upheld boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET lock_timeout = '2s'
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
  people CONSTANT text := 'SELECT e.person_ref FROM %s e '
    'WHERE (SELECT guard.may_read(%L::uuid)) AND e.test_date >= %L::date AND e.test_date <= %L::date%s';
BEGIN
  DROP VIEW IF EXISTS pg_temp.released;
  EXECUTE format(
    'CREATE TEMPORARY VIEW released WITH (security_barrier) AS '
    'SELECT p.person_ref AS record_ref, p.person_ref AS first_ref, p.person_ref AS second_ref, %L::date AS partition_month '
    'FROM (%s INTERSECT %s) p',
    date_trunc('month', first_day::timestamp)::date,
    format(people, guard.rows_read(upheld), run, greatest(first_day, one_from), least(last_day, one_to), guard.row_condition(one_filters)),
    format(people, guard.rows_read(upheld), run, greatest(first_day, other_from), least(last_day, other_to), guard.row_condition(other_filters)));
  GRANT SELECT ON pg_temp.released TO did_release;
END
$$;

-- As before, in one pass over the rows that count: a record counts once at most, so that it stands apart where one
-- of both conditions holds for it and the other does not. Both sets were spooled and joined before, which took five
-- times as long as the release.
CREATE OR REPLACE FUNCTION guard.compare_rows(
  first_day date, last_day date, filters jsonb, upheld boolean,
  held_filters jsonb, held_upheld boolean, held_from timestamptz, held_until timestamptz, columns text[], by_month boolean,
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
  fresh text := guard.row_condition(filters);
  held text := guard.row_condition(held_filters);
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
      'WHERE e.test_date BETWEEN $1 AND $2 AND ((%1$s%2$s) IS TRUE) <> ((%5$s AND own.loaded_at < $4%6$s) IS TRUE)',
      side.in_fresh::text, fresh, shown, side.name, side.in_held::text, held), ' UNION ALL ')
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
    '  WHERE e.test_date BETWEEN $1 AND $2 AND own.loaded_at < $4 '
    '  AND coalesce(successor.loaded_at, w.withdrawn_at) > $3%3$s%4$s), '
    'apart AS ('
    '  SELECT c.* FROM counting c '
    '  WHERE NOT (c.is_new AND EXISTS (SELECT FROM aside a WHERE a.record_ref = c.record_ref)) '
    '  UNION ALL '
    '  SELECT false, a.* FROM aside a WHERE NOT EXISTS (SELECT FROM %5$s e '
    '    WHERE e.record_ref = a.record_ref AND e.test_date BETWEEN $1 AND $2%6$s)), '
    'groups AS ('
    '  SELECT a.is_new, count(*) AS n, count(DISTINCT a.person_ref) AS people FROM apart a GROUP BY a.is_new, %7$s) '
    'SELECT coalesce(sum(n) FILTER (WHERE is_new), 0), coalesce(sum(n) FILTER (WHERE NOT is_new), 0), '
    '  min(people), coalesce(sum(people) FILTER (WHERE people < 10), 0) FROM groups',
    counting, shown, held, of_nobody_who_objects, guard.rows_read(upheld), fresh, grouped_by)
    INTO rows_only_new, rows_only_held, smallest_group, singled_out
    USING first_day, last_day, held_from, held_until;
END
$$;

DROP FUNCTION guard.row_condition(jsonb, boolean);

-- As before; and rights on columns, and triggers, of the two sides and of months are part of it.
CREATE OR REPLACE FUNCTION guard.fingerprint_lines() RETURNS SETOF text
LANGUAGE sql SECURITY DEFINER
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
  WITH spaces AS (
    SELECT oid, nspname FROM pg_namespace
    WHERE nspname IN ('guard', 'ledger', 'audit', 'source', 'vault', 'app', 'engine', 'extension', 'public')
  ), guarded AS (
    SELECT * FROM spaces WHERE nspname NOT IN ('app', 'engine')
  )
  SELECT format('schema %s owner %s acl %s', s.nspname, n.nspowner::regrole, n.nspacl)
    FROM spaces s JOIN pg_namespace n ON n.oid = s.oid
  UNION ALL
  SELECT format('database owner %s acl %s', d.datdba::regrole, d.datacl) FROM pg_database d WHERE d.datname = current_database()
  UNION ALL
  SELECT format('relation %s.%s kind %s owner %s acl %s security %s %s options %s view %s', s.nspname, c.relname, c.relkind,
      c.relowner::regrole, c.relacl, c.relrowsecurity, c.relforcerowsecurity, c.reloptions,
      CASE WHEN c.relkind = 'v' THEN md5(pg_get_viewdef(c.oid)) END)
    FROM guarded s JOIN pg_class c ON c.relnamespace = s.oid
    WHERE c.relkind <> 'i' AND (NOT c.relispartition OR c.relkind = 'p') AND c.relkind <> 'I'
      AND NOT (c.relkind = 'S' AND c.relname LIKE 'attempt\_%')
  UNION ALL
  SELECT DISTINCT format('partitions of %s owner %s acl %s', i.inhparent::regclass, c.relowner::regrole, c.relacl)
    FROM guarded s JOIN pg_class c ON c.relnamespace = s.oid JOIN pg_inherits i ON i.inhrelid = c.oid
    WHERE c.relkind IN ('r', 'p')
  UNION ALL
  SELECT format('column %s.%s.%s type %s acl %s default %s', s.nspname, c.relname, a.attname,
      format_type(a.atttypid, a.atttypmod), a.attacl, pg_get_expr(d.adbin, d.adrelid))
    FROM guarded s JOIN pg_class c ON c.relnamespace = s.oid AND c.relkind IN ('r', 'p', 'v')
      AND (NOT c.relispartition OR c.relkind = 'p')
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  UNION ALL
  SELECT format('function %s.%s(%s) owner %s acl %s definer %s settings %s source %s', s.nspname, p.proname,
      pg_get_function_identity_arguments(p.oid), p.proowner::regrole, p.proacl, p.prosecdef, p.proconfig,
      md5(p.prosrc || coalesce(pg_get_function_sqlbody(p.oid), '')))
    FROM guarded s JOIN pg_proc p ON p.pronamespace = s.oid
  UNION ALL
  SELECT format('trigger %s on %s.%s enabled %s %s', t.tgname, s.nspname, c.relname, t.tgenabled, pg_get_triggerdef(t.oid))
    FROM guarded s JOIN pg_class c ON c.relnamespace = s.oid AND (NOT c.relispartition OR c.relkind = 'p')
    JOIN pg_trigger t ON t.tgrelid = c.oid AND NOT t.tgisinternal
  UNION ALL
  SELECT DISTINCT format('column %s of a partition of %s acl %s', a.attname, i.inhparent::regclass, a.attacl)
    FROM guarded s JOIN pg_class c ON c.relnamespace = s.oid AND c.relkind = 'r' JOIN pg_inherits i ON i.inhrelid = c.oid
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attacl IS NOT NULL
  UNION ALL
  SELECT DISTINCT format('trigger %s on a partition of %s enabled %s', t.tgname, i.inhparent::regclass, t.tgenabled)
    FROM guarded s JOIN pg_class c ON c.relnamespace = s.oid AND c.relkind = 'r' JOIN pg_inherits i ON i.inhrelid = c.oid
    JOIN pg_trigger t ON t.tgrelid = c.oid AND NOT t.tgisinternal
  UNION ALL
  SELECT format('rule %s on %s.%s', r.rulename, s.nspname, c.relname)
    FROM guarded s JOIN pg_class c ON c.relnamespace = s.oid JOIN pg_rewrite r ON r.ev_class = c.oid
  UNION ALL
  SELECT format('policy %s on %s.%s', p.polname, s.nspname, c.relname)
    FROM spaces s JOIN pg_class c ON c.relnamespace = s.oid JOIN pg_policy p ON p.polrelid = c.oid
  UNION ALL
  SELECT format('event trigger %s enabled %s function %s', e.evtname, e.evtenabled, e.evtfoid::regprocedure) FROM pg_event_trigger e
  UNION ALL
  SELECT format('role %s super %s createrole %s createdb %s replication %s bypassrls %s login %s limit %s', r.rolname, r.rolsuper,
      r.rolcreaterole, r.rolcreatedb, r.rolreplication, r.rolbypassrls, r.rolcanlogin, r.rolconnlimit)
    FROM pg_roles r WHERE r.rolname ~ '^(did|guard)_' OR r.rolsuper
  UNION ALL
  SELECT format('member %s of %s admin %s inherit %s set %s', m.member::regrole, m.roleid::regrole, m.admin_option,
      m.inherit_option, m.set_option)
    FROM pg_auth_members m WHERE m.member::regrole::text ~ '^(did|guard)_' OR m.roleid::regrole::text ~ '^(did|guard)_'
  UNION ALL
  SELECT format('default acl %s %s %s %s', d.defaclrole::regrole, d.defaclnamespace, d.defaclobjtype, d.defaclacl)
    FROM pg_default_acl d
  UNION ALL
  SELECT format('settings of %s in %s: %s', CASE WHEN s.setrole = 0 THEN 'everybody' ELSE s.setrole::regrole::text END,
      CASE WHEN s.setdatabase = 0 THEN 'every database' ELSE 'one database' END, s.setconfig)
    FROM pg_db_role_setting s
$$;
