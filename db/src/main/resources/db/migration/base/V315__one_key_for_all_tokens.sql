-- Tokens of one agreement come of one key, and the marks of all recipients of one secret. Keys stand outside the
-- database, where they can be lost, restored from an older backup, or differ from one server to the next. A key
-- that was made anew in silence would give other tokens, so a value that only this key gives is kept here from
-- its first use on, and a run of another key is refused.
SET ROLE guard_def;

-- As before; and DA016.
CREATE OR REPLACE FUNCTION guard.refuse(code text, sentence text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = code, MESSAGE = format('%s: %s', CASE code
    WHEN 'DA001' THEN 'not-authorised'
    WHEN 'DA002' THEN 'not-entitled'
    WHEN 'DA003' THEN 'separation-of-duties'
    WHEN 'DA004' THEN 'selection-changed'
    WHEN 'DA005' THEN 'approval-missing'
    WHEN 'DA006' THEN 'controller-dissolved'
    WHEN 'DA007' THEN 'not-signed'
    WHEN 'DA008' THEN 'not-active'
    WHEN 'DA009' THEN 'condition-open'
    WHEN 'DA010' THEN 'recipient-not-approved'
    WHEN 'DA011' THEN 'unapproved-column'
    WHEN 'DA012' THEN 'invalid-input'
    WHEN 'DA013' THEN 'locked-out'
    WHEN 'DA014' THEN 'already-done'
    WHEN 'DA015' THEN 'session'
    WHEN 'DA016' THEN 'another-key'
  END, sentence);
END
$$;
RESET ROLE;

CREATE TABLE ledger.key_check (
  agreement_id uuid REFERENCES ledger.agreement (id),
  check_value  bytea NOT NULL CHECK (octet_length(check_value) = 16),
  first_run    uuid NOT NULL REFERENCES ledger.release_order (run_id),
  at           timestamptz NOT NULL DEFAULT clock_timestamp(),
  UNIQUE NULLS NOT DISTINCT (agreement_id)
);
COMMENT ON TABLE ledger.key_check IS
  'what shows that a key is the one that was used first: HMAC of a constant under it, which tells nothing of the key';
COMMENT ON COLUMN ledger.key_check.agreement_id IS 'whose tokens the key makes; null for the secret of the marks';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.key_check
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
ALTER TABLE ledger.key_check ENABLE ALWAYS TRIGGER append_only;
GRANT SELECT, INSERT ON ledger.key_check TO guard_def;
GRANT SELECT ON ledger.key_check TO did_auditor;

SET ROLE guard_def;

-- A run states and asks of the keys that it needs, and of no others: its agreement's, those of the two that a
-- bridge joins, and the secret of the marks.
CREATE FUNCTION guard.demand_key_of_run(run uuid, run_token text, agreement uuid) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  approved guard.selection;
BEGIN
  PERFORM guard.demand_token(run, run_token);
  approved := guard.demand_releasable_now(run);
  PERFORM guard.demand(
    agreement IS NULL
      OR EXISTS (SELECT 1 FROM ledger.release_order o WHERE o.run_id = run AND o.agreement_id = agreement)
      OR EXISTS (SELECT 1 FROM ledger.agreement a WHERE a.id = agreement AND a.reference = ANY (guard.bridged(approved))),
    'DA001', 'This run needs no key of that agreement.');
END
$$;

-- Whether a key was used before, so that none may be made in its place. A publication shows it too: there were
-- some before keys were told apart.
CREATE FUNCTION guard.key_is_known(run uuid, run_token text, agreement uuid) RETURNS boolean
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
  PERFORM guard.demand_key_of_run(run, run_token, agreement);
  RETURN EXISTS (SELECT 1 FROM ledger.key_check k WHERE k.agreement_id IS NOT DISTINCT FROM agreement)
    OR EXISTS (SELECT 1 FROM ledger.release_publication p JOIN ledger.release_order o USING (run_id)
      WHERE agreement IS NULL OR o.agreement_id = agreement);
END
$$;

CREATE FUNCTION guard.confirm_key(run uuid, run_token text, agreement uuid, used bytea) RETURNS void
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
  PERFORM guard.demand_key_of_run(run, run_token, agreement);
  INSERT INTO ledger.key_check (agreement_id, check_value, first_run) VALUES (agreement, used, run)
  ON CONFLICT (agreement_id) DO NOTHING;
  PERFORM guard.demand(
    (SELECT k.check_value = used FROM ledger.key_check k WHERE k.agreement_id IS NOT DISTINCT FROM agreement),
    'DA016', CASE WHEN agreement IS NULL
      THEN 'The secret of the marks is not the one that earlier marks were made with.'
      ELSE 'The key of the agreement is not the one that its earlier tokens were made with.'
    END || ' Restore the key store, and let all servers use the same one.');
END
$$;
REVOKE ALL ON FUNCTION guard.key_is_known(uuid, text, uuid), guard.confirm_key(uuid, text, uuid, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.key_is_known(uuid, text, uuid), guard.confirm_key(uuid, text, uuid, bytea) TO did_release;

RESET ROLE;
