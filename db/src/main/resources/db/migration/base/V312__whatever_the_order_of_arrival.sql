-- What the order of arrival must not decide: whether an earlier record counts again after the later one was
-- replaced as a whole, and with which words a code leaves. And records that stand for themselves since
-- another submission came are counted with that one.
SET LOCAL ROLE guard_source;

DROP INDEX vault.record_withdrawn;
CREATE INDEX record_replaced_record_ref ON vault.record_replaced USING hash (record_ref);

-- As before; and not only a record that was withdrawn goes on standing before those that were received
-- earlier, but every one that counts no more. Of those that one submission takes the place of, the ones
-- that were replaced before do not stand in its own way.
CREATE OR REPLACE FUNCTION source.settle_keys(
  new_id bigint, new_received_on date, old_id bigint, OUT replaced bigint, OUT outlived bigint)
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  UPDATE pg_temp.arriving a SET outlived_by = r.submission_id
  FROM vault.record r
  WHERE r.record_ref = a.record_ref AND r.submission_id IS DISTINCT FROM old_id
    AND (r.received_on, r.submission_id) > (new_received_on, new_id);
  UPDATE pg_temp.arriving a SET outlived_by = later.submission_id
  FROM (
    SELECT DISTINCT ON (record_ref) record_ref, r.submission_id
    FROM vault.record_replaced r JOIN pg_temp.arriving USING (record_ref)
    WHERE r.submission_id IS DISTINCT FROM old_id
      AND (r.received_on, r.submission_id) > (new_received_on, new_id)
    ORDER BY record_ref, r.received_on DESC, r.submission_id DESC) later
  WHERE a.outlived_by IS NULL AND later.record_ref = a.record_ref;
  SELECT count(*) INTO outlived FROM pg_temp.arriving a WHERE a.outlived_by IS NOT NULL;

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
  replaced := source.put_aside(new_id);
END
$$;

-- As before; gives how many of the records stand for themselves from now on.
DROP FUNCTION source.regroup_earlier(bigint, bytea, boolean);
CREATE FUNCTION source.regroup_earlier(cause bigint, vault_key bytea, withdrawing boolean DEFAULT false) RETURNS bigint
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  moved bigint;
  ambiguous bigint;
BEGIN
  CREATE TEMPORARY TABLE regrouped ON COMMIT DROP AS
  SELECT n.record_ref, n.test_date, n.old_ref, n.new_ref, n.ambiguous
  FROM (
    SELECT h.people > 1 AS ambiguous, r.record_ref, r.test_date, r.person_ref AS old_ref,
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
  SELECT count(*) INTO ambiguous FROM pg_temp.regrouped n WHERE n.ambiguous;
  RETURN ambiguous;
END
$$;

COMMENT ON COLUMN source.submission.ambiguous_rows IS
  'rows whose birth date, gender and postcode belong to several people since it came, its own and earlier ones: each stands for itself';

-- The words of every version that a submission was checked against, and the latest of those submissions:
-- by receipt, not by arrival.
CREATE TABLE source.reference_label (
  version text NOT NULL REFERENCES source.reference_version (version),
  kind    text NOT NULL,
  code    text NOT NULL,
  label   text NOT NULL,
  PRIMARY KEY (version, kind, code)
);
CREATE TABLE source.reference_use (
  version       text PRIMARY KEY REFERENCES source.reference_version (version),
  received_on   date NOT NULL,
  submission_id bigint NOT NULL REFERENCES source.submission (id)
);
COMMENT ON TABLE source.reference_use IS 'the latest submission that was checked against a version';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON source.reference_label
  FOR EACH STATEMENT EXECUTE FUNCTION source.refuse_change();
ALTER TABLE source.reference_label ENABLE ALWAYS TRIGGER append_only;

-- A version that is known must be the very same one. Its words count once a submission is stored.
CREATE OR REPLACE FUNCTION source.register_reference(
  new_version text, new_sha256 bytea, kinds text[], codes text[], labels text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET TimeZone = 'UTC'
SET DateStyle = 'ISO, YMD'
SET bytea_output = 'hex'
SET extra_float_digits = 1
SET standard_conforming_strings = on
SET row_security = off
AS $$
DECLARE
  known_sha256 bytea;
BEGIN
  LOCK TABLE source.reference_version IN SHARE ROW EXCLUSIVE MODE;
  SELECT sha256 INTO known_sha256 FROM source.reference_version WHERE version = new_version;
  IF known_sha256 <> new_sha256 THEN
    RAISE EXCEPTION 'Reference version % is known with other contents. Give the new contents a new version.',
      new_version USING ERRCODE = 'DS001';
  END IF;
  INSERT INTO source.reference_version (version, sha256) VALUES (new_version, new_sha256) ON CONFLICT DO NOTHING;
  IF NOT EXISTS (SELECT FROM source.reference_label r WHERE r.version = new_version) THEN
    INSERT INTO source.reference_label (version, kind, code, label)
    SELECT new_version, * FROM unnest(kinds, codes, labels);
  END IF;
END
$$;

CREATE FUNCTION source.used_references() RETURNS text[]
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
RETURN ARRAY(SELECT version FROM source.reference_use ORDER BY received_on DESC, submission_id DESC);

-- A code leaves with the words of the latest version that has it. Words that no version has, because they
-- were stored before versions were told apart, stay.
CREATE FUNCTION source.settle_labels(used_version text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  before text[] := source.used_references();
BEGIN
  INSERT INTO source.reference_use AS u (version, received_on, submission_id)
  SELECT s.reference_version, s.received_on, s.id FROM source.submission s
  WHERE s.reference_version = used_version ORDER BY s.received_on DESC, s.id DESC LIMIT 1
  ON CONFLICT (version) DO UPDATE SET received_on = excluded.received_on, submission_id = excluded.submission_id
    WHERE (excluded.received_on, excluded.submission_id) > (u.received_on, u.submission_id);
  IF source.used_references() <> before THEN
    INSERT INTO source.code_label AS l (kind, code, label)
    SELECT DISTINCT ON (r.kind, r.code) r.kind, r.code, r.label
    FROM source.reference_label r JOIN source.reference_use u USING (version)
    ORDER BY r.kind, r.code, u.received_on DESC, u.submission_id DESC
    ON CONFLICT (kind, code) DO UPDATE SET label = excluded.label WHERE l.label <> excluded.label;
  END IF;
END
$$;

-- As before; and it counts earlier records that stand for themselves from now on, and settles the words.
CREATE OR REPLACE FUNCTION source.accept_submission(
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
  ambiguous_rows := ambiguous_rows + source.regroup_earlier(id, vault_key);
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
  PERFORM source.settle_labels(new_reference_version);
END
$$;

RESET ROLE;
