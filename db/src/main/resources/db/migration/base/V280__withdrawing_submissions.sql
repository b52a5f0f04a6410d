-- A submission is withdrawn as a whole. Its rows count no more from then on; they are kept aside like
-- replaced ones, so that an earlier cut can still be read. A record that it had corrected does not come
-- back in its earlier form: its submitter has said that the earlier form is wrong, and sends it again.
SET LOCAL ROLE guard_source;

ALTER TABLE source.did_event_replaced ALTER COLUMN replaced_by DROP NOT NULL;
ALTER TABLE vault.record_replaced ALTER COLUMN replaced_by DROP NOT NULL;
COMMENT ON COLUMN source.did_event_replaced.replaced_by IS
  'the submission that replaced the row; null where its own submission was withdrawn';
COMMENT ON COLUMN vault.record_replaced.replaced_by IS
  'the submission that replaced the record; null where its own submission was withdrawn';

-- Rows of one submission lie side by side as they arrived, so that a few kilobytes tell where.
CREATE INDEX did_event_submission ON source.did_event USING brin (submission_id);
CREATE INDEX did_event_replaced_submission ON source.did_event_replaced USING brin (submission_id);
CREATE INDEX record_submission ON vault.record USING brin (submission_id);
CREATE INDEX record_withdrawn ON vault.record_replaced (record_ref) WHERE replaced_by IS NULL;

-- A record may move to another person once by the arrival of a submission and once by its withdrawal.
ALTER TABLE source.person_change
  ADD COLUMN by_withdrawal boolean NOT NULL DEFAULT false,
  DROP CONSTRAINT person_change_pkey,
  ADD PRIMARY KEY (submission_id, by_withdrawal, record_ref);

CREATE TABLE source.withdrawal (
  submission_id bigint PRIMARY KEY REFERENCES source.submission (id),
  reason        text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  withdrawn_by  uuid NOT NULL,
  withdrawn_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  withdrawn_rows bigint NOT NULL CHECK (withdrawn_rows >= 0)
);
COMMENT ON COLUMN source.withdrawal.withdrawn_rows IS 'rows that counted until then';

CREATE TABLE source.withdrawn_release (
  submission_id bigint NOT NULL REFERENCES source.withdrawal (submission_id),
  run_id        uuid NOT NULL,
  held_rows     bigint NOT NULL CHECK (held_rows > 0),
  PRIMARY KEY (submission_id, run_id)
);
CREATE INDEX withdrawn_release_run ON source.withdrawn_release (run_id);
COMMENT ON TABLE source.withdrawn_release IS
  'releases and workspaces that were read while rows of the submission that they may read still counted';

DO $$
DECLARE
  t regclass;
BEGIN
  FOREACH t IN ARRAY ARRAY['source.withdrawal', 'source.withdrawn_release']::regclass[] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION source.refuse_change()', t);
    EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER append_only', t);
  END LOOP;
END
$$;
GRANT SELECT ON source.withdrawal, source.withdrawn_release TO did_app, did_loader, did_auditor, guard_def, guard_reader;
GRANT INSERT ON source.withdrawn_release TO guard_def;
-- What was released of a withdrawn submission is counted among the rows that were kept aside.
GRANT SELECT ON source.did_event_replaced TO guard_reader;

CREATE OR REPLACE FUNCTION source.refuse_other_than_replacing() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF OLD.state = 'ACCEPTED' AND (
       NEW.state = 'REPLACED' AND to_jsonb(OLD) - 'state' - 'replaced_by' = to_jsonb(NEW) - 'state' - 'replaced_by'
       OR NEW.state = 'WITHDRAWN' AND to_jsonb(OLD) - 'state' = to_jsonb(NEW) - 'state') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'append-only: a stored submission can only be replaced or withdrawn' USING ERRCODE = 'DA012';
END
$$;

-- As before; and a record that was withdrawn goes on standing before those that were received earlier,
-- so that it does not matter whether they came before the withdrawal or after it.
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
  UPDATE pg_temp.arriving a SET outlived_by = r.submission_id
  FROM vault.record_replaced r
  WHERE a.outlived_by IS NULL AND r.record_ref = a.record_ref AND r.replaced_by IS NULL
    AND (r.received_on, r.submission_id) > (new_received_on, new_id);
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

-- The records in pg_temp.yielding count no more: the vault's part and the released part move together.
CREATE FUNCTION source.put_aside(successor bigint) RETURNS bigint
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
      WHERE e.record_ref = y.record_ref AND e.test_date = y.test_date RETURNING e.*)
    INSERT INTO source.did_event_replaced SELECT gone.*, successor FROM gone;
  END IF;
  RETURN moved;
END
$$;

DROP FUNCTION source.regroup_earlier(bigint, bytea);
CREATE FUNCTION source.regroup_earlier(cause bigint, vault_key bytea, withdrawing boolean DEFAULT false) RETURNS void
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
    UPDATE source.did_event e SET person_ref = n.new_ref
    FROM pg_temp.regrouped n WHERE n.record_ref = e.record_ref AND n.test_date = e.test_date;
    INSERT INTO source.person_change (record_ref, old_ref, new_ref, submission_id, by_withdrawal)
    SELECT record_ref, old_ref, new_ref, cause, withdrawing FROM pg_temp.regrouped;
  END IF;
END
$$;

-- Takes a submission's rows out, and groups people as if they had never come. The number of rows is the
-- one that somebody saw and confirmed.
CREATE FUNCTION source.withdraw(withdrawn bigint, person uuid, why text, confirmed_rows bigint) RETURNS void
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
  submission source.submission;
  vault_key bytea;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'A submission is withdrawn in a read committed transaction.' USING ERRCODE = '25001';
  END IF;
  LOCK TABLE source.submission IN SHARE ROW EXCLUSIVE MODE;
  SELECT * INTO submission FROM source.submission s WHERE s.id = withdrawn;
  IF submission.id IS NULL THEN
    RAISE EXCEPTION 'state: There is no submission % to withdraw.', withdrawn USING ERRCODE = 'DA012';
  ELSIF submission.state <> 'ACCEPTED' THEN
    RAISE EXCEPTION 'state: Submission % does not count any more, so that it cannot be withdrawn.', withdrawn
      USING ERRCODE = 'DA012';
  ELSIF submission.accepted IS DISTINCT FROM confirmed_rows THEN
    RAISE EXCEPTION 'state: Submission % has another number of rows than was confirmed. Look again and confirm it anew.',
      withdrawn USING ERRCODE = 'DA012';
  END IF;
  SELECT key INTO STRICT vault_key FROM vault.secret;

  CREATE TEMPORARY TABLE arriving (nhs_number text, triple text, verified boolean, outlived_by bigint) ON COMMIT DROP;
  CREATE TEMPORARY TABLE yielding ON COMMIT DROP AS
  SELECT r.record_ref, r.test_date, r.triple FROM vault.record r WHERE r.submission_id = withdrawn;
  INSERT INTO source.withdrawal (submission_id, reason, withdrawn_by, withdrawn_rows)
  VALUES (withdrawn, why, person, source.put_aside(NULL));
  PERFORM source.count_holders();
  PERFORM source.regroup_earlier(withdrawn, vault_key, true);
  UPDATE source.submission s SET state = 'WITHDRAWN' WHERE s.id = withdrawn;
END
$$;
REVOKE ALL ON FUNCTION source.withdraw(bigint, uuid, text, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION source.withdraw(bigint, uuid, text, bigint) TO guard_def;
GRANT USAGE ON SCHEMA source TO guard_def;

RESET ROLE;

SET LOCAL ROLE guard_ledger;
CREATE OR REPLACE FUNCTION audit.record_replacement() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET TimeZone = 'UTC'
SET DateStyle = 'ISO, YMD'
SET bytea_output = 'hex'
SET extra_float_digits = 1
AS $$
BEGIN
  PERFORM audit.record('submission', NEW.id::text, lower(NEW.state), NULL, jsonb_strip_nulls(jsonb_build_object(
    'replaced_by', NEW.replaced_by, 'rows', NEW.accepted))::text);
  RETURN NULL;
END
$$;
RESET ROLE;

-- Which rows of a submission a release was able to read: they match its period and filters, and counted
-- at some time from its first opening on. A load takes its time before it commits; the minute covers that.
CREATE FUNCTION guard.count_readable(
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
  condition text;
  readable bigint;
BEGIN
  SELECT coalesce(string_agg(format(' AND e.%I::text = ANY (%L::text[])', key,
      ARRAY(SELECT jsonb_array_elements_text(value))), ''), '') INTO condition
    FROM jsonb_each(filters);
  EXECUTE format(
    'SELECT count(*) FROM source.did_event_replaced e '
    'JOIN source.submission_summary own ON own.id = e.submission_id '
    'LEFT JOIN source.submission_summary successor ON successor.id = e.replaced_by '
    'LEFT JOIN source.withdrawal w ON w.submission_id = e.submission_id AND e.replaced_by IS NULL '
    'WHERE e.submission_id = $1 AND e.test_date BETWEEN $2 AND $3%s '
    'AND coalesce(successor.loaded_at, w.withdrawn_at) > greatest(own.loaded_at, $4 - interval ''1 minute'')', condition)
    INTO readable USING submission, first_day, last_day, first_opened;
  RETURN readable;
END
$$;
ALTER FUNCTION guard.count_readable(bigint, date, date, jsonb, timestamptz) OWNER TO guard_reader;
REVOKE ALL ON FUNCTION guard.count_readable(bigint, date, date, jsonb, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.count_readable(bigint, date, date, jsonb, timestamptz) TO guard_def;

SET ROLE guard_def;

-- When a session said that it has read enough. Of one that ended without a word it is not known.
ALTER TABLE guard.open_session ADD COLUMN closed_at timestamptz;
CREATE INDEX open_session_run ON guard.open_session (run_id, opened_at);

CREATE FUNCTION guard.close_release() RETURNS void
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
BEGIN
  UPDATE guard.open_session s SET closed_at = clock_timestamp()
  WHERE s.pid = pg_backend_pid() AND s.backend_start = guard.session_began() AND s.closed_at IS NULL;
END
$$;

-- The approved filters as columns with the values that they allow.
CREATE FUNCTION guard.filters_of(approved guard.selection) RETURNS jsonb
LANGUAGE sql AS $$
  SELECT coalesce(jsonb_object_agg(m.column_expression, v.allowed), '{}')
  FROM (SELECT split_part(f, '=', 1) AS kind, jsonb_agg(substr(f, strpos(f, '=') + 1)) AS allowed
    FROM unnest(approved.filters) AS f GROUP BY 1) v
  JOIN ledger.filter_meaning m ON m.kind = v.kind AND m.data_set = guard.data_set_of(approved)
    AND m.version = guard.version_of(approved)
$$;

-- What was read, from when and until when at the latest. A session that ended without a word read for a
-- day at most: the engine's sessions are shorter by far.
CREATE FUNCTION guard.reading_of(run uuid, OUT first_opened timestamptz, OUT last_read timestamptz)
LANGUAGE sql AS $$
  SELECT min(s.opened_at), max(coalesce(s.closed_at, s.opened_at + interval '1 day'))
  FROM guard.open_session s WHERE s.run_id = run
$$;

-- A selection that is not the one decided on tells nothing: then every row of the submission may be held,
-- and the withdrawal goes on.
CREATE FUNCTION guard.count_held(o ledger.release_order, submission bigint, first_opened timestamptz) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  approved guard.selection;
BEGIN
  approved := guard.selection_as_decided(o.selection_id, o.digest);
  RETURN guard.count_readable(submission, approved.period_from, approved.period_to, guard.filters_of(approved), first_opened);
EXCEPTION WHEN OTHERS THEN
  RETURN guard.count_readable(submission, '-infinity', 'infinity', '{}', first_opened);
END
$$;

-- Withdrawing closes: it needs a data manager and no ticket. Openings wait until it is done, so that each
-- one either stands in the list of those that read the rows or does not see them any more.
CREATE FUNCTION guard.withdraw_submission(submission bigint, actor uuid, reason text, confirmed_rows bigint)
  RETURNS TABLE (run_id uuid, agreement_id uuid, kind text, held_rows bigint)
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
  loaded timestamptz;
BEGIN
  PERFORM guard.demand_read_committed();
  PERFORM guard.demand_role(actor, 'data-manager');
  PERFORM guard.demand(length(coalesce(btrim(reason), '')) BETWEEN 1 AND 2000, 'DA012', 'Give a reason of at most 2,000 characters.');
  LOCK TABLE guard.open_session IN SHARE ROW EXCLUSIVE MODE;
  PERFORM source.withdraw(submission, actor, btrim(reason), confirmed_rows);
  SELECT s.loaded_at INTO loaded FROM source.submission_summary s WHERE s.id = submission;
  PERFORM guard.enter_closing('withdraw_submission', actor,
    jsonb_build_object('submission', submission, 'reason', btrim(reason), 'rows', confirmed_rows), 'submission', submission::text);
  INSERT INTO source.withdrawn_release (submission_id, run_id, held_rows)
    SELECT submission, c.run_id, c.held
    FROM (
      SELECT o.run_id, guard.count_held(o, submission, reading.first_opened) AS held
      FROM ledger.release_order o CROSS JOIN LATERAL guard.reading_of(o.run_id) AS reading
      WHERE reading.last_read >= loaded
    ) c
    WHERE c.held > 0;
  RETURN QUERY SELECT o.run_id, o.agreement_id, o.kind, w.held_rows
    FROM source.withdrawn_release w JOIN ledger.release_order o ON o.run_id = w.run_id
    WHERE w.submission_id = submission ORDER BY o.at, o.run_id;
END
$$;
GRANT EXECUTE ON FUNCTION guard.withdraw_submission(bigint, uuid, text, bigint) TO did_app;
GRANT EXECUTE ON FUNCTION guard.close_release() TO did_release;

-- As before, with the filters read by the one function above.
CREATE OR REPLACE FUNCTION guard.open_release(run uuid, run_token text) RETURNS void
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
  codes text[];
  columns text[];
  names text[];
  types text[];
  filters jsonb;
  rule guard.disclosure_rule;
  cells bigint;
BEGIN
  PERFORM guard.demand_read_committed();
  PERFORM guard.demand_token(run, run_token);
  approved := guard.demand_releasable_now(run);
  -- Noted before anything is read: a withdrawal that goes on at this moment is waited for.
  INSERT INTO guard.open_session (run_id, pid, backend_start) VALUES (run, pg_backend_pid(), guard.session_began());
  SELECT array_agg(c.field_code ORDER BY c.position), array_agg(c.source_column ORDER BY c.position),
      array_agg(c.column_name ORDER BY c.position), array_agg(c.sql_type ORDER BY c.position)
    INTO codes, columns, names, types
    FROM guard.columns_for(approved) c;
  filters := guard.filters_of(approved);
  IF guard.level_of(approved) = 'aggregate' THEN
    SELECT * INTO STRICT rule FROM guard.disclosure_rule r WHERE r.route = guard.access_of(approved);
    cells := guard.build_released_counts(run, codes, columns, names, types, approved.period_from, approved.period_to, filters,
      rule.smallest, rule.round_to);
    PERFORM guard.demand(cells <= 1000000, 'DA012',
      'The approved fields make more than a million different counts. Approve fewer or coarser ones.');
  ELSE
    IF 'record_ref' <> ALL (names) THEN
      columns := columns || 'record_ref'::text;
      names := names || 'record_ref'::text;
    END IF;
    PERFORM guard.build_released_view(run, columns, names, approved.period_from, approved.period_to, filters);
  END IF;
END
$$;

-- As before; and what its provider withdrew after it was read is not published.
CREATE OR REPLACE FUNCTION guard.publish_release(ticket uuid, payload text) RETURNS void
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
  actor uuid := guard.redeem(ticket, 'publish_release', payload);
  p jsonb := guard.read_payload(payload);
  run uuid := guard.uuid_of(p, 'run');
  o ledger.release_order;
BEGIN
  PERFORM guard.demand_role(actor, 'data-manager');
  o := guard.demand_run_stands(run);
  PERFORM guard.demand(actor <> o.prepared_by, 'DA003', 'You prepared this release. A second person publishes it.');
  PERFORM guard.demand(
    actor <> o.requested_by AND actor <> ALL (guard.interested_in(o.agreement_id)) AND actor <> ALL (guard.deciders_of(o.agreement_id)),
    'DA003', 'Whoever asked, decided or receives cannot publish.');
  PERFORM guard.demand(NOT EXISTS (SELECT 1 FROM source.withdrawn_release w WHERE w.run_id = run), 'DA008',
    'Rows that it read were withdrawn by their provider. Cancel it and order it anew.');
  PERFORM guard.demand_not_released_yet(o.agreement_id, guard.demand_releasable_now(run), o.recipient_organisation_id);
  INSERT INTO ledger.release_publication (run_id, published_by, package_sha256, entry_id)
    VALUES (run, actor, guard.text_of(p, 'package_sha256', 64),
      guard.enter('publish_release', actor, 'password', ticket::text, payload, 'release', run::text));
END
$$;

RESET ROLE;
