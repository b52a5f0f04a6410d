-- A submission may take the place of an earlier one as a whole: then rows of the earlier one that the new
-- one does not repeat go as well. Nothing is overwritten: a row knows the submission that brought it
-- (submission_id) and, once it no longer counts, the one that replaced it (replaced_by).
SET LOCAL ROLE guard_source;

ALTER TABLE source.submission
  ADD COLUMN replaces bigint REFERENCES source.submission (id),
  ADD COLUMN replaced_by bigint UNIQUE REFERENCES source.submission (id) DEFERRABLE INITIALLY DEFERRED,
  DROP CONSTRAINT submission_state_check,
  ADD CONSTRAINT submission_state_check CHECK (state IN ('ACCEPTED', 'WITHDRAWN', 'REPLACED')),
  ADD CONSTRAINT submission_replaced_by_check CHECK ((state = 'REPLACED') = (replaced_by IS NOT NULL));
COMMENT ON COLUMN source.submission.replaces IS 'the submission whose place it took as a whole';

CREATE OR REPLACE VIEW source.submission_summary AS
SELECT id, submitter, received_on, reporting_month, file_sha256, reference_version, row_count, accepted,
       rejected, warnings, replaced_rows, superseded_rows, ambiguous_rows, findings, state, loaded_at,
       replaces, replaced_by
FROM source.submission;

-- What no longer counts stays as it was, and so does what was said of a submission; even the tables' owner
-- may only add, and take a submission from accepted to replaced.
CREATE FUNCTION source.refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RAISE EXCEPTION 'append-only: % on %.% is not possible', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
    USING ERRCODE = 'DA012';
END
$$;

CREATE FUNCTION source.refuse_other_than_replacing() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF OLD.state = 'ACCEPTED' AND NEW.state = 'REPLACED'
     AND to_jsonb(OLD) - 'state' - 'replaced_by' = to_jsonb(NEW) - 'state' - 'replaced_by' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'append-only: a stored submission can only be replaced' USING ERRCODE = 'DA012';
END
$$;

CREATE TRIGGER only_replaced BEFORE UPDATE ON source.submission
  FOR EACH ROW EXECUTE FUNCTION source.refuse_other_than_replacing();
ALTER TABLE source.submission ENABLE ALWAYS TRIGGER only_replaced;

DO $$
DECLARE
  t record;
BEGIN
  FOR t IN SELECT * FROM (VALUES
    ('source.submission', 'DELETE OR TRUNCATE'),
    ('source.did_event_replaced', 'UPDATE OR DELETE OR TRUNCATE'),
    ('source.person_change', 'UPDATE OR DELETE OR TRUNCATE'),
    ('vault.record_replaced', 'UPDATE OR DELETE OR TRUNCATE')) AS v (name, changes) LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE %s ON %s FOR EACH STATEMENT EXECUTE FUNCTION source.refuse_change()',
      t.changes, t.name::regclass);
    EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER append_only', t.name::regclass);
  END LOOP;
END
$$;

-- Of two records with one key the one received later counts, whichever was loaded first. Records of the
-- submission that is replaced yield, whether the new one repeats them or not.
DROP FUNCTION source.settle_keys(bigint, date);
CREATE FUNCTION source.settle_keys(
  new_id bigint, new_received_on date, old_id bigint, OUT replaced bigint, OUT outlived bigint)
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  UPDATE pg_temp.arriving a SET outlived_by = r.submission_id
  FROM vault.record r
  WHERE r.record_ref = a.record_ref AND r.submission_id IS DISTINCT FROM old_id
    AND (r.received_on, r.submission_id) > (new_received_on, new_id);
  GET DIAGNOSTICS outlived = ROW_COUNT;

  CREATE TEMPORARY TABLE yielding ON COMMIT DROP AS
  SELECT r.record_ref, r.test_date, r.triple
  FROM vault.record r JOIN pg_temp.arriving a USING (record_ref)
  WHERE a.outlived_by IS NULL;
  IF old_id IS NOT NULL THEN
    INSERT INTO pg_temp.yielding
    SELECT r.record_ref, r.test_date, r.triple FROM vault.record r
    WHERE r.submission_id = old_id
      AND NOT EXISTS (SELECT FROM pg_temp.arriving a WHERE a.record_ref = r.record_ref);
  END IF;
  ANALYZE pg_temp.yielding;
  SELECT count(*) INTO replaced FROM pg_temp.yielding;

  IF replaced > 0 THEN
    WITH gone AS (
      DELETE FROM vault.record r USING pg_temp.yielding y WHERE r.record_ref = y.record_ref RETURNING r.*)
    INSERT INTO vault.record_replaced SELECT gone.*, new_id FROM gone;
    WITH gone AS (
      DELETE FROM source.did_event e USING pg_temp.yielding y
      WHERE e.record_ref = y.record_ref AND e.test_date = y.test_date RETURNING e.*)
    INSERT INTO source.did_event_replaced SELECT gone.*, new_id FROM gone;
  END IF;
END
$$;

-- Whether one submission may take another's place: the same submitter and month, not received earlier,
-- still counting, and the number of rows is the one that somebody saw and confirmed.
CREATE FUNCTION source.check_replacement(
  old_id bigint, new_submitter text, new_reporting_month date, new_received_on date, confirmed_old_rows bigint)
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  old source.submission;
BEGIN
  SELECT * INTO old FROM source.submission s WHERE s.id = old_id;
  IF old.id IS NULL THEN
    RAISE EXCEPTION 'There is no submission % to replace.', old_id USING ERRCODE = 'DS002';
  ELSIF old.state <> 'ACCEPTED' THEN
    RAISE EXCEPTION 'Submission % does not count any more, so that it cannot be replaced.', old_id USING ERRCODE = 'DS002';
  ELSIF (old.submitter, old.reporting_month) <> (new_submitter, new_reporting_month) THEN
    RAISE EXCEPTION 'Submission % is of another submitter or month; replace one of the same.', old_id USING ERRCODE = 'DS002';
  ELSIF old.received_on > new_received_on THEN
    RAISE EXCEPTION 'Submission % was received later than this one, so that this one cannot replace it.', old_id
      USING ERRCODE = 'DS002';
  ELSIF old.accepted IS DISTINCT FROM confirmed_old_rows THEN
    RAISE EXCEPTION 'Submission % has another number of rows than was confirmed. Look again and confirm it anew.', old_id
      USING ERRCODE = 'DS002';
  END IF;
END
$$;

-- As before, with two things more: the submission whose place it takes, and the rows that were confirmed.
DROP FUNCTION source.accept_submission(text, date, date, bytea, text, bigint, bigint, bigint, jsonb);
CREATE FUNCTION source.accept_submission(
  new_submitter text, new_received_on date, new_reporting_month date, new_file_sha256 bytea,
  new_reference_version text, new_row_count bigint, new_rejected bigint, new_warnings bigint, new_findings jsonb,
  old_id bigint, confirmed_old_rows bigint, confirmed_new_rows bigint,
  OUT id bigint, OUT already_loaded boolean, OUT accepted bigint, OUT replaced_rows bigint,
  OUT superseded_rows bigint, OUT ambiguous_rows bigint)
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
  vault_key bytea;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'A submission is stored in a read committed transaction.' USING ERRCODE = '25001';
  END IF;
  -- Who is who depends on every row, so one submission is stored at a time.
  LOCK TABLE source.submission IN SHARE ROW EXCLUSIVE MODE;
  id := source.submission_id(new_submitter, new_reporting_month, new_received_on, new_file_sha256);
  SELECT true, s.accepted, s.replaced_rows, s.superseded_rows, s.ambiguous_rows
  INTO already_loaded, accepted, replaced_rows, superseded_rows, ambiguous_rows
  FROM source.submission s WHERE s.id = accept_submission.id;
  IF already_loaded THEN
    RETURN;
  END IF;
  already_loaded := false;
  IF old_id IS NOT NULL THEN
    PERFORM source.check_replacement(old_id, new_submitter, new_reporting_month, new_received_on, confirmed_old_rows);
  END IF;
  SELECT key INTO STRICT vault_key FROM vault.secret;

  accepted := source.gather_arriving(vault_key);
  IF old_id IS NOT NULL AND accepted IS DISTINCT FROM confirmed_new_rows THEN
    RAISE EXCEPTION 'This submission has another number of rows than was confirmed. Look again and confirm it anew.'
      USING ERRCODE = 'DS002';
  END IF;
  PERFORM source.add_months(min(date_trunc('month', test_date))::date, max(date_trunc('month', test_date))::date)
  FROM pg_temp.staging;
  SELECT replaced, outlived INTO replaced_rows, superseded_rows
  FROM source.settle_keys(id, new_received_on, old_id);
  PERFORM source.count_holders();
  ambiguous_rows := source.group_people(vault_key);
  PERFORM source.regroup_earlier(id, vault_key);
  PERFORM source.store_identifiers(id, new_received_on);
  PERFORM source.store_events(id, new_submitter);
  UPDATE source.submission s SET state = 'REPLACED', replaced_by = accept_submission.id WHERE s.id = old_id;
  INSERT INTO source.submission (
    id, submitter, received_on, reporting_month, file_sha256, reference_version, row_count, accepted, rejected,
    warnings, replaced_rows, superseded_rows, ambiguous_rows, findings, replaces)
  VALUES (
    id, new_submitter, new_received_on, new_reporting_month, new_file_sha256, new_reference_version,
    new_row_count, accepted, new_rejected, new_warnings, replaced_rows, superseded_rows, ambiguous_rows,
    new_findings, old_id);
END
$$;
GRANT EXECUTE ON FUNCTION source.accept_submission(
  text, date, date, bytea, text, bigint, bigint, bigint, jsonb, bigint, bigint, bigint) TO did_loader;

RESET ROLE;

-- The trail of the replaced submission says so, in the same transaction.
SET LOCAL ROLE guard_ledger;
CREATE FUNCTION audit.record_replacement() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET TimeZone = 'UTC'
SET DateStyle = 'ISO, YMD'
SET bytea_output = 'hex'
SET extra_float_digits = 1
AS $$
BEGIN
  PERFORM audit.record('submission', NEW.id::text, 'replaced', NULL, jsonb_build_object(
    'replaced_by', NEW.replaced_by, 'rows', NEW.accepted)::text);
  RETURN NULL;
END
$$;
RESET ROLE;

CREATE TRIGGER replacement_is_recorded AFTER UPDATE ON source.submission
  FOR EACH ROW EXECUTE FUNCTION audit.record_replacement();
