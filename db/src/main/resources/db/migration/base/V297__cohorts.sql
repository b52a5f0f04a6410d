-- A recipient's own cohort: an approval can be for the people on a file of theirs alone. The file is matched in
-- the vault; what stays of it is which person has which of the recipient's study ids, and nothing that
-- identifies anybody. Rows leave for these people alone, with the study id beside them.
SET LOCAL ROLE guard_source;

CREATE TABLE source.cohort (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  selection_id  uuid NOT NULL,
  file_sha256   bytea NOT NULL CHECK (octet_length(file_sha256) = 32),
  lines         bigint NOT NULL CHECK (lines > 0),
  by_number     bigint CHECK (by_number >= 10),
  by_details    bigint CHECK (by_details >= 10),
  ambiguous     bigint CHECK (ambiguous >= 10),
  unmatched     bigint CHECK (unmatched >= 10),
  loaded_at     timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE source.cohort IS 'every cohort that was loaded for an approved selection; the last one counts';
COMMENT ON COLUMN source.cohort.by_number IS 'people found by NHS number, rounded to the nearest 5; null where fewer than 10, as in the next three';
CREATE INDEX cohort_selection ON source.cohort (selection_id, id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON source.cohort
  FOR EACH STATEMENT EXECUTE FUNCTION source.refuse_change();
ALTER TABLE source.cohort ENABLE ALWAYS TRIGGER append_only;
GRANT SELECT ON source.cohort TO did_app, did_loader, did_auditor, guard_def, guard_ledger;

-- The people of the cohort that counts.
CREATE TABLE source.cohort_member (
  selection_id uuid NOT NULL,
  person_ref   bytea NOT NULL,
  study_id     text NOT NULL,
  PRIMARY KEY (selection_id, person_ref),
  UNIQUE (selection_id, study_id)
);
GRANT SELECT ON source.cohort_member TO guard_reader;

CREATE FUNCTION source.open_cohort() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET TimeZone = 'UTC'
SET DateStyle = 'ISO, YMD'
SET bytea_output = 'hex'
SET extra_float_digits = 1
SET standard_conforming_strings = on
SET row_security = off
AS $$
BEGIN
  CREATE TEMPORARY TABLE cohort_line (
    study_id text NOT NULL, nhs_number text, birth_date date, gender text, postcode text) ON COMMIT DROP;
  EXECUTE format('GRANT INSERT ON pg_temp.cohort_line TO %I', session_user);
END
$$;

-- Small counts would tell whether somebody of a short list had an examination.
CREATE FUNCTION source.shown_count(n bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE
RETURN CASE WHEN n >= 10 THEN round(n / 5.0) * 5 END;

-- The file in pg_temp.cohort_line takes the place of the cohort before. A line with an NHS number is the person whose
-- number was verified; one without, or whose number nobody has, is the only person with its birth date, gender
-- and postcode. Whoever is found under two study ids is left out, as are lines that fit several people.
CREATE FUNCTION source.accept_cohort(agreement uuid, new_file_sha256 bytea) RETURNS bigint
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
  approved uuid := guard.cohort_selection(agreement);
  total bigint;
  new_id bigint;
BEGIN
  IF approved IS NULL THEN
    RAISE EXCEPTION 'This agreement is not in force, or its approval is not for a cohort.' USING ERRCODE = 'DS002';
  END IF;
  SELECT count(*) INTO total FROM pg_temp.cohort_line;
  IF total = 0 THEN
    RAISE EXCEPTION 'The file names nobody. Load one with a line for each person.' USING ERRCODE = 'DS002';
  END IF;
  IF total <> (SELECT count(DISTINCT l.study_id) FROM pg_temp.cohort_line l) THEN
    RAISE EXCEPTION 'A study id stands in the file twice. Give each person one, and load the file again.' USING ERRCODE = 'DS002';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('cohort of ' || approved, 0));
  ANALYZE pg_temp.cohort_line;
  CREATE TEMPORARY TABLE cohort_found ON COMMIT DROP AS
    SELECT DISTINCT l.study_id, r.person_ref, true AS by_number
    FROM pg_temp.cohort_line l JOIN vault.record r ON r.nhs_number = l.nhs_number
    WHERE r.verified;
  INSERT INTO pg_temp.cohort_found
    SELECT DISTINCT l.study_id, r.person_ref, false
    FROM pg_temp.cohort_line l JOIN vault.record r
      ON r.triple = l.birth_date || chr(31) || l.gender || chr(31) || l.postcode
    WHERE NOT EXISTS (SELECT FROM pg_temp.cohort_found f WHERE f.study_id = l.study_id);
  -- One line for each study id that has anybody: how it came, and whether it is one person and nobody else's.
  CREATE TEMPORARY TABLE cohort_judged ON COMMIT DROP AS
    SELECT f.study_id, min(f.person_ref::text)::bytea AS person_ref, bool_and(f.by_number) AS by_number,
      count(*) = 1 AND NOT bool_or(EXISTS (
        SELECT FROM pg_temp.cohort_found o WHERE o.person_ref = f.person_ref AND o.study_id <> f.study_id)) AS clear
    FROM pg_temp.cohort_found f GROUP BY f.study_id;
  DELETE FROM source.cohort_member m WHERE m.selection_id = approved;
  INSERT INTO source.cohort_member (selection_id, person_ref, study_id)
    SELECT approved, j.person_ref, j.study_id FROM pg_temp.cohort_judged j WHERE j.clear;
  ANALYZE source.cohort_member;
  INSERT INTO source.cohort (selection_id, file_sha256, lines, by_number, by_details, ambiguous, unmatched)
    SELECT approved, new_file_sha256, total,
      source.shown_count(count(*) FILTER (WHERE j.clear AND j.by_number)),
      source.shown_count(count(*) FILTER (WHERE j.clear AND NOT j.by_number)),
      source.shown_count(count(*) FILTER (WHERE NOT j.clear)),
      source.shown_count(total - count(*))
    FROM pg_temp.cohort_judged j
    RETURNING id INTO new_id;
  RETURN new_id;
END
$$;
REVOKE ALL ON FUNCTION source.open_cohort(), source.accept_cohort(uuid, bytea), source.shown_count(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION source.open_cohort(), source.accept_cohort(uuid, bytea) TO did_loader;
RESET ROLE;

SET LOCAL ROLE guard_ledger;
CREATE PROCEDURE ledger.found_more_filters() LANGUAGE plpgsql AS $$
DECLARE
  payload CONSTANT text := '{"data_set":"DID","version":"1","filters":["cohort","ethnicity","setting"]}';
  entry bigint;
BEGIN
  INSERT INTO ledger.entry (act, method, payload, payload_sha256)
    VALUES ('found_filters', 'founding', payload, encode(sha256(convert_to(payload, 'UTF8')), 'hex')) RETURNING id INTO entry;
  INSERT INTO ledger.filter_meaning (data_set, version, kind, column_expression, entry_id) VALUES
    ('DID', '1', 'cohort', 'cohort', entry),
    ('DID', '1', 'ethnicity', 'ethnic_category', entry),
    ('DID', '1', 'setting', 'source_setting', entry);
END
$$;
CALL ledger.found_more_filters();
DROP PROCEDURE ledger.found_more_filters();

-- Each load leaves its row in the trail: counts as they are shown, and nothing about a patient.
CREATE FUNCTION audit.record_cohort() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET TimeZone = 'UTC'
SET DateStyle = 'ISO, YMD'
SET bytea_output = 'hex'
SET extra_float_digits = 1
AS $$
BEGIN
  PERFORM audit.record('cohort', NEW.selection_id::text, 'loaded', NULL, jsonb_build_object(
    'cohort', NEW.id, 'lines', NEW.lines, 'by_number', NEW.by_number, 'by_details', NEW.by_details,
    'ambiguous', NEW.ambiguous, 'unmatched', NEW.unmatched)::text);
  RETURN NULL;
END
$$;

-- Which cohort a run was ordered for.
CREATE TABLE ledger.run_cohort (
  run_id    uuid PRIMARY KEY REFERENCES ledger.release_order (run_id),
  cohort_id bigint NOT NULL
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.run_cohort
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
ALTER TABLE ledger.run_cohort ENABLE ALWAYS TRIGGER append_only;
GRANT SELECT ON ledger.run_cohort TO did_app, did_auditor, guard_def;
GRANT INSERT ON ledger.run_cohort TO guard_def;
RESET ROLE;

CREATE TRIGGER cohorts_are_recorded AFTER INSERT ON source.cohort
  FOR EACH ROW EXECUTE FUNCTION audit.record_cohort();

SET ROLE guard_def;

ALTER TYPE guard.selection ADD ATTRIBUTE selection_id uuid;
COMMENT ON COLUMN guard.selection.selection_id IS 'which stored selection it is; its cohort is kept under it';

CREATE OR REPLACE FUNCTION guard.selection_as_decided(selection uuid, digest text) RETURNS guard.selection
LANGUAGE plpgsql AS $$
DECLARE
  canonical text := guard.selection_text(selection);
  found guard.selection;
BEGIN
  PERFORM guard.demand(guard.sha256_hex(canonical) = digest, 'DA004',
    'The stored selection is not the one that this was decided on. Submit it as a new version.');
  found := guard.read_selection(canonical);
  found.selection_id := selection;
  RETURN found;
END
$$;

CREATE FUNCTION guard.is_of_cohort(approved guard.selection) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN 'cohort=own' = ANY (approved.filters);

-- The selection that a cohort is loaded for: of an agreement in force whose approval is for one.
CREATE FUNCTION guard.cohort_selection(agreement uuid) RETURNS uuid
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
  approved guard.selection;
BEGIN
  IF guard.agreement_state(agreement) = 'active' THEN
    approved := guard.demand_in_force(agreement);
    IF guard.is_of_cohort(approved) THEN
      RETURN approved.selection_id;
    END IF;
  END IF;
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION guard.cohort_selection(uuid) FROM PUBLIC;
GRANT USAGE ON SCHEMA guard TO guard_source;
GRANT EXECUTE ON FUNCTION guard.cohort_selection(uuid) TO guard_source;

-- As before; and a cohort is meant by the selection that it was loaded for.
CREATE OR REPLACE FUNCTION guard.filters_of(approved guard.selection) RETURNS jsonb
LANGUAGE sql AS $$
  SELECT coalesce(jsonb_object_agg(m.column_expression,
    CASE WHEN v.kind = 'cohort' THEN jsonb_build_array(approved.selection_id) ELSE v.allowed END), '{}')
  FROM (SELECT split_part(f, '=', 1) AS kind, jsonb_agg(substr(f, strpos(f, '=') + 1)) AS allowed
    FROM unnest(approved.filters) AS f GROUP BY 1) v
  JOIN ledger.filter_meaning m ON m.kind = v.kind AND m.data_set = guard.data_set_of(approved)
    AND m.version = guard.version_of(approved)
$$;

-- As before; and of a cohort's people alone.
CREATE OR REPLACE FUNCTION guard.row_condition(filters jsonb, upheld boolean) RETURNS text
LANGUAGE sql AS $$
  SELECT coalesce((
      SELECT string_agg(
        CASE WHEN key = 'cohort' THEN format(
          ' AND EXISTS (SELECT FROM source.cohort_member m WHERE m.selection_id = %L::uuid AND m.person_ref = e.person_ref)',
          value ->> 0)
        ELSE format(' AND e.%I::text = ANY (%L::text[])', key, ARRAY(SELECT jsonb_array_elements_text(value))) END, '')
      FROM jsonb_each(filters)), '')
    || CASE WHEN upheld THEN
      ' AND NOT EXISTS (SELECT FROM source.objector o WHERE o.person_ref = e.person_ref)'
      ' AND NOT EXISTS (SELECT FROM source.objecting_record r WHERE r.record_ref = e.record_ref)'
    ELSE '' END
$$;

-- As before; and rows of a cohort have the recipient's study id.
CREATE OR REPLACE FUNCTION guard.columns_for(approved guard.selection)
  RETURNS TABLE ("position" integer, field_code text, column_name text, sql_type text, label_kind text, source_column text)
LANGUAGE sql AS $$
  SELECT row_number() OVER (ORDER BY c.field_code COLLATE "C")::integer, c.field_code,
    CASE WHEN c.column_expression IN ('person_ref', 'record_ref') THEN c.column_expression ELSE lower(c.field_code) END,
    c.sql_type, c.label_kind, c.column_expression
  FROM ledger.field_column c
  WHERE c.data_set = guard.data_set_of(approved) AND c.version = guard.version_of(approved)
    AND c.field_code = ANY (approved.fields)
  UNION ALL
  SELECT cardinality(approved.fields) + 1, 'STUDY_ID', 'study_id', 'text', NULL, 'study_id'
  WHERE guard.is_of_cohort(approved) AND guard.level_of(approved) = 'row-level'
$$;

-- As before; and the cohort that it was ordered for still counts.
CREATE OR REPLACE FUNCTION guard.demand_releasable_now(run uuid) RETURNS guard.selection
LANGUAGE plpgsql AS $$
DECLARE
  o ledger.release_order := guard.demand_run_stands(run);
  approved guard.selection;
BEGIN
  PERFORM guard.demand_read_committed();
  PERFORM guard.demand_gate_free(o.agreement_id);
  approved := guard.demand_in_force(o.agreement_id);
  PERFORM guard.demand(guard.sha256_hex(guard.selection_text(o.selection_id)) = o.digest, 'DA004',
    'The stored selection is not the one that was ordered.');
  PERFORM guard.demand(guard.access_of(approved) = o.kind, 'DA005', 'Another way of access was approved.');
  PERFORM guard.demand_openable(approved);
  PERFORM guard.demand_recipient(o.agreement_id, approved, o.recipient_organisation_id, o.recipient_key, o.kind);
  PERFORM guard.demand(
    NOT guard.is_of_cohort(approved) OR EXISTS (SELECT 1 FROM ledger.run_cohort r WHERE r.run_id = run
      AND r.cohort_id = (SELECT max(c.id) FROM source.cohort c WHERE c.selection_id = approved.selection_id)), 'DA008',
    'Another cohort was loaded after it was ordered. Cancel it and order it anew.');
  RETURN approved;
END
$$;

-- Ties a run to the cohort that counts when it is ordered, however it is ordered.
CREATE FUNCTION guard.pin_cohort() RETURNS trigger
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
  newest bigint;
BEGIN
  IF guard.is_of_cohort(guard.selection_as_decided(NEW.selection_id, NEW.digest)) THEN
    SELECT max(c.id) INTO newest FROM source.cohort c WHERE c.selection_id = NEW.selection_id;
    PERFORM guard.demand(newest IS NOT NULL, 'DA008',
      'The approval is for the people of a cohort, and no file of them was loaded. Load it first.');
    INSERT INTO ledger.run_cohort (run_id, cohort_id) VALUES (NEW.run_id, newest);
  END IF;
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION guard.pin_cohort() FROM PUBLIC;

RESET ROLE;

CREATE TRIGGER cohorts_are_pinned AFTER INSERT ON ledger.release_order
  FOR EACH ROW EXECUTE FUNCTION guard.pin_cohort();
ALTER TABLE ledger.release_order ENABLE ALWAYS TRIGGER cohorts_are_pinned;

-- As before; the study id comes from the cohort.
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
  rows text := 'source.did_event e';
  condition text := guard.row_condition(filters, upheld);
  arms text;
BEGIN
  IF 'study_id' = ANY (columns) THEN
    rows := format('source.did_event e JOIN source.cohort_member c ON c.selection_id = %L::uuid AND c.person_ref = e.person_ref',
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

-- As before, with the condition that is made in one place.
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
    guard.row_condition(filters, false))
    INTO readable USING submission, first_day, last_day, first_opened;
  RETURN readable;
END
$$;
