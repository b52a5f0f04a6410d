-- A stored submission leaves its row in the trail, in the same transaction, under the login that
-- stored it. Counts alone: nothing about a patient.
SET LOCAL ROLE guard_ledger;

CREATE FUNCTION audit.record_submission() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET TimeZone = 'UTC'
SET DateStyle = 'ISO, YMD'
SET bytea_output = 'hex'
SET extra_float_digits = 1
AS $$
BEGIN
  PERFORM audit.record('submission', NEW.id::text, 'loaded', NULL, jsonb_build_object(
    'submitter', NEW.submitter, 'received_on', NEW.received_on, 'reporting_month', NEW.reporting_month,
    'sha256', encode(NEW.file_sha256, 'hex'), 'reference', NEW.reference_version, 'rows', NEW.row_count,
    'accepted', NEW.accepted, 'rejected', NEW.rejected, 'replaced', NEW.replaced_rows)::text);
  RETURN NULL;
END
$$;

RESET ROLE;

CREATE TRIGGER submission_is_recorded AFTER INSERT ON source.submission
  FOR EACH ROW EXECUTE FUNCTION audit.record_submission();

-- Joins of a whole month's rows stay in memory; one submission is stored at a time.
ALTER FUNCTION source.accept_submission(text, date, date, bytea, text, bigint, bigint, bigint, jsonb)
  SET work_mem = '96MB';

-- What the loader may call has the same fixed settings as every other definer function.
DO $$
DECLARE
  f regprocedure;
BEGIN
  FOR f IN SELECT p.oid FROM pg_proc p WHERE p.pronamespace = 'source'::regnamespace AND p.prosecdef LOOP
    EXECUTE format('ALTER FUNCTION %s SET TimeZone = ''UTC''', f);
    EXECUTE format('ALTER FUNCTION %s SET DateStyle = ''ISO, YMD''', f);
    EXECUTE format('ALTER FUNCTION %s SET bytea_output = ''hex''', f);
    EXECUTE format('ALTER FUNCTION %s SET extra_float_digits = 1', f);
    EXECUTE format('ALTER FUNCTION %s SET standard_conforming_strings = on', f);
    EXECUTE format('ALTER FUNCTION %s SET row_security = off', f);
  END LOOP;
END
$$;
