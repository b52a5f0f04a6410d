-- A match report must not tell whether one person is in the vault. Borders at fixed multiples did: whoever knew
-- enough people to stand right below a border saw with one more whether it was passed. Now the border is drawn
-- anew for every set of people that was found, by a key that stays in the vault: the same set always shows the
-- same figure, and one person more or less changes the draw, not only the count. How often somebody may draw is
-- limited, and a report is read after its load was stored, so that no load can be read and taken back.
SET LOCAL ROLE guard_source;

DROP FUNCTION source.shown_count(bigint);
CREATE FUNCTION source.shown_count(kind text, found bytea[]) RETURNS bigint
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
  SELECT nullif(greatest(5 * floor((cardinality(found) + d.draw % 5) / 5.0), 5), 5)::bigint
  FROM (
    SELECT ('x' || substr(encode(extension.hmac(
      convert_to('match report of a cohort ' || shown_count.kind, 'UTF8')
        || (SELECT sha256(string_agg(p, '' ORDER BY p)) FROM unnest(found) AS p),
      s.key, 'sha256'), 'hex'), 1, 8))::bit(32)::bigint AS draw
    FROM vault.secret s) d
$$;
COMMENT ON FUNCTION source.shown_count(text, bytea[]) IS
  'so many people to a multiple of 5, up or down by a draw that depends on who they are; null below 10';

ALTER TABLE source.cohort ADD COLUMN loaded_in xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE INDEX cohort_loaded ON source.cohort (selection_id, loaded_at);
COMMENT ON COLUMN source.cohort.by_number IS
  'people found by NHS number, to a multiple of 5 up or down by chance; null where that is below 10, as in the next two';
COMMENT ON COLUMN source.cohort.unmatched IS
  'lines less the shown counts, to the nearest 5: it tells nothing beside them; null below 10';

-- Whoever loads sees a report only when its load is stored and counts against the day.
CREATE VIEW source.cohort_report AS
SELECT c.id, c.selection_id, c.file_sha256, c.lines, c.by_number, c.by_details, c.ambiguous, c.unmatched, c.loaded_at
FROM source.cohort c WHERE c.loaded_in IS DISTINCT FROM pg_current_xact_id_if_assigned();
REVOKE SELECT ON source.cohort FROM did_loader;
GRANT SELECT ON source.cohort_report TO did_app, did_loader, did_auditor;

CREATE TABLE source.cohort_refusal (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  selection_id uuid NOT NULL,
  file_sha256  bytea NOT NULL CHECK (octet_length(file_sha256) = 32),
  refused_at   timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE source.cohort_refusal IS 'cohorts that were not matched, because as many had been as a day allows';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON source.cohort_refusal
  FOR EACH STATEMENT EXECUTE FUNCTION source.refuse_change();
ALTER TABLE source.cohort_refusal ENABLE ALWAYS TRIGGER append_only;
GRANT SELECT ON source.cohort_refusal TO did_auditor;

-- Five in 24 hours: enough to mend a file, and few of the draws that would be needed to see through their chance.
CREATE FUNCTION source.cohorts_left(approved uuid) RETURNS bigint
LANGUAGE sql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
  SELECT greatest(5 - count(*), 0) FROM source.cohort c
  WHERE c.selection_id = approved AND c.loaded_at > clock_timestamp() - interval '24 hours'
$$;

-- As before; null, and nothing changed but an entry in the trail, where the day's loads are used up.
CREATE OR REPLACE FUNCTION source.accept_cohort(agreement uuid, new_file_sha256 bytea) RETURNS bigint
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
  IF source.cohorts_left(approved) = 0 THEN
    INSERT INTO source.cohort_refusal (selection_id, file_sha256) VALUES (approved, new_file_sha256);
    RETURN NULL;
  END IF;
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
  INSERT INTO source.cohort (selection_id, file_sha256, lines, by_number, by_details, ambiguous, unmatched)
    SELECT approved, new_file_sha256, total, r.by_number, r.by_details, r.ambiguous,
      CASE WHEN r.remaining >= 10 THEN round(r.remaining / 5.0) * 5 END
    FROM (
      SELECT s.*, total - coalesce(s.by_number, 0) - coalesce(s.by_details, 0) - coalesce(s.ambiguous, 0) AS remaining
      FROM (
        SELECT
          source.shown_count('number', array_agg(j.person_ref) FILTER (WHERE j.clear AND j.by_number)) AS by_number,
          source.shown_count('details', array_agg(j.person_ref) FILTER (WHERE j.clear AND NOT j.by_number)) AS by_details,
          source.shown_count('ambiguous', array_agg(j.person_ref) FILTER (WHERE NOT j.clear)) AS ambiguous
        FROM pg_temp.cohort_judged j) s) r
    RETURNING id INTO new_id;
  RETURN new_id;
END
$$;
REVOKE ALL ON FUNCTION source.shown_count(text, bytea[]), source.cohorts_left(uuid) FROM PUBLIC;

-- An estimate of the table's rows stands in the open catalogue, and after an analysis it is exact. Its key finds
-- members without one.
ALTER TABLE source.cohort_member SET (autovacuum_enabled = false);
RESET ROLE;

-- PostgreSQL counts for everybody how many rows each statement read and wrote, those of a load that was rolled
-- back as well: an exact match report, as often as one likes.
DO $$
DECLARE
  counter regprocedure;
BEGIN
  FOR counter IN
    SELECT p.oid FROM pg_proc p WHERE p.pronamespace = 'pg_catalog'::regnamespace
      AND p.proname ~ '^pg_stat_get_(xact_)?(tuples|live_tuples|dead_tuples|mod_since|ins_since)'
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', counter);
  END LOOP;
END
$$;

CREATE FUNCTION audit.record_cohort_refusal() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET TimeZone = 'UTC'
SET DateStyle = 'ISO, YMD'
SET bytea_output = 'hex'
SET extra_float_digits = 1
AS $$
BEGIN
  PERFORM audit.record('cohort', NEW.selection_id::text, 'refused', NULL, jsonb_build_object(
    'file_sha256', encode(NEW.file_sha256, 'hex'))::text);
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION audit.record_cohort_refusal() FROM PUBLIC;
CREATE TRIGGER cohort_refusals_are_recorded AFTER INSERT ON source.cohort_refusal
  FOR EACH ROW EXECUTE FUNCTION audit.record_cohort_refusal();
