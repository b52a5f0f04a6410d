-- What the watchdog compares and ends, and who is entitled in the Secure Data Environment.
SET ROLE guard_def;

-- A workspace runs while its agreement is active and every controller's last word still covers it. A
-- slot that lost its holder is flagged elsewhere and does not cut a running workspace.
CREATE FUNCTION guard.workspace_in_force(agreement uuid) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
  a ledger.agreement;
  approved guard.selection;
BEGIN
  PERFORM guard.demand_active(agreement);
  SELECT * INTO a FROM ledger.agreement x WHERE x.id = agreement;
  approved := guard.selection_as_decided(a.selection_id, a.digest);
  RETURN guard.access_of(approved) = 'sde'
    AND EXISTS (SELECT 1 FROM ledger.release_order o WHERE o.agreement_id = agreement AND o.kind = 'sde'
      AND NOT EXISTS (SELECT 1 FROM ledger.release_recall r WHERE r.run_id = o.run_id))
    AND NOT EXISTS (SELECT 1 FROM ledger.submission_withdrawn w WHERE w.application_id = a.application_id)
    AND coalesce((SELECT bool_and(t.word = 'covered') FROM guard.slots_towards(a.application_id, approved) t), false);
EXCEPTION WHEN OTHERS THEN
  RETURN false;
END
$$;

-- Opaque names, recorded once the ticketed act (order_release with kind sde) has been done.
CREATE FUNCTION guard.register_workspace(payload text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  p jsonb := guard.read_payload(payload);
  agreement uuid := guard.uuid_of(p, 'agreement');
  name text := guard.text_of(p, 'database_name', 50);
BEGIN
  PERFORM guard.demand(guard.workspace_in_force(agreement), 'DA008', 'No workspace was ordered under this agreement, or it is not active.');
  PERFORM guard.demand(name ~ '^[a-z]{1,4}_[0-9a-f]{12,40}$', 'DA012', 'A workspace has an opaque name such as w_0123456789ab.');
  PERFORM guard.demand(
    NOT EXISTS (SELECT 1 FROM ledger.workspace w WHERE w.agreement_id = agreement OR w.database_name = name),
    'DA014', 'The agreement has a workspace already, or the name is taken.');
  INSERT INTO ledger.workspace (agreement_id, database_name, entry_id)
    VALUES (agreement, name,
      guard.enter('register_workspace', NULL, 'none', NULL, payload, 'agreement', agreement::text));
END
$$;

CREATE FUNCTION guard.register_sde_role(payload text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  p jsonb := guard.read_payload(payload);
  agreement uuid := guard.uuid_of(p, 'agreement');
  person uuid := guard.uuid_of(p, 'person');
  name text := guard.text_of(p, 'role_name', 50);
BEGIN
  PERFORM guard.demand(guard.workspace_in_force(agreement), 'DA008', 'No workspace was ordered under this agreement, or it is not active.');
  PERFORM guard.demand(EXISTS (SELECT 1 FROM ledger.workspace w WHERE w.agreement_id = agreement), 'DA012', 'Register the workspace first.');
  PERFORM guard.demand(
    EXISTS (SELECT 1 FROM ledger.active_agreement_person n
      WHERE n.agreement_id = agreement AND n.person_id = person AND n.person_role = 'analyst'),
    'DA010', 'The person is not an analyst named in the agreement.');
  PERFORM guard.demand(name ~ '^[a-z]{1,4}_[0-9a-f]{12,40}$', 'DA012', 'A role has an opaque name such as a_0123456789ab.');
  PERFORM guard.demand(
    NOT EXISTS (SELECT 1 FROM ledger.workspace_role r
      WHERE r.role_name = name OR (r.agreement_id = agreement AND r.person_id = person)),
    'DA014', 'The analyst has a role already, or the name is taken.');
  INSERT INTO ledger.workspace_role (agreement_id, person_id, role_name, entry_id)
    VALUES (agreement, person, name, guard.enter('register_sde_role', NULL, 'none', NULL, payload, 'agreement', agreement::text));
END
$$;

-- Every role that was ever registered, and whether it may log in now. valid_until is the midnight in
-- London that ends the term's last day.
CREATE FUNCTION guard.sde_entitlements()
  RETURNS TABLE (agreement_id uuid, database_name text, role_name text, person_id uuid, valid_until timestamptz, allowed boolean)
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  PERFORM guard.demand_read_committed();
  RETURN QUERY
    WITH workspaces AS MATERIALIZED (
      SELECT w.agreement_id, w.database_name, guard.workspace_in_force(w.agreement_id) AS in_force,
        (a.ends_on + 1)::timestamp AT TIME ZONE 'Europe/London' AS term_end
      FROM ledger.workspace w JOIN ledger.agreement a ON a.id = w.agreement_id)
    SELECT w.agreement_id, w.database_name, r.role_name, r.person_id, w.term_end,
      w.in_force AND EXISTS (SELECT 1 FROM ledger.active_agreement_person n
        WHERE n.agreement_id = r.agreement_id AND n.person_id = r.person_id AND n.person_role = 'analyst')
    FROM workspaces w JOIN ledger.workspace_role r ON r.agreement_id = w.agreement_id;
END
$$;

CREATE FUNCTION guard.run_is_covered(run uuid) RETURNS boolean
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM guard.demand_releasable_now(run);
  RETURN true;
EXCEPTION WHEN OTHERS THEN
  RETURN false;
END
$$;

RESET ROLE;

CREATE FUNCTION guard.live_release_sessions() RETURNS TABLE (pid integer, backend_start timestamptz)
LANGUAGE sql SECURITY DEFINER AS $$
  SELECT a.pid, a.backend_start FROM pg_stat_get_activity(NULL) a
  WHERE a.usesysid = 'did_release'::regrole
    AND a.datid = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
$$;
-- A process id is used again: the session is ended only if it is still the one that was looked at.
CREATE FUNCTION guard.end_session(session_pid integer, began timestamptz) RETURNS boolean
LANGUAGE sql SECURITY DEFINER AS $$
  SELECT coalesce((SELECT pg_terminate_backend(a.pid) FROM pg_stat_get_activity(session_pid) a
    WHERE a.backend_start = began AND a.usesysid = 'did_release'::regrole), false)
$$;
ALTER FUNCTION guard.live_release_sessions() OWNER TO guard_signal;
ALTER FUNCTION guard.end_session(integer, timestamptz) OWNER TO guard_signal;
REVOKE ALL ON FUNCTION guard.live_release_sessions(), guard.end_session(integer, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.live_release_sessions(), guard.end_session(integer, timestamptz) TO guard_def;

SET ROLE guard_def;

-- Logins whose settings were tampered with get them back; a failure must not keep sessions alive.
CREATE FUNCTION guard.restore_settings_if_possible() RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM guard.restore_login_settings();
EXCEPTION WHEN OTHERS THEN
  RAISE WARNING 'the settings of a login could not be put back (%)', SQLSTATE;
END
$$;

-- Ends every session of the release engine whose latest opening no right covers any more, and says
-- how many. Repeats what a suspension did, and catches what has no gate: a passed end date.
CREATE FUNCTION guard.end_uncovered_sessions() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  session record;
  ended integer := 0;
BEGIN
  PERFORM guard.demand_read_committed();
  FOR session IN
    SELECT l.pid, l.backend_start, o.run_id FROM guard.live_release_sessions() l
    CROSS JOIN LATERAL (SELECT s.run_id FROM guard.open_session s
      WHERE s.pid = l.pid AND s.backend_start = l.backend_start ORDER BY s.opening DESC LIMIT 1) o
  LOOP
    IF NOT guard.run_is_covered(session.run_id) AND guard.end_session(session.pid, session.backend_start) THEN
      ended := ended + 1;
    END IF;
  END LOOP;
  PERFORM guard.restore_settings_if_possible();
  RETURN ended;
END
$$;

GRANT EXECUTE ON FUNCTION guard.register_workspace(text), guard.register_sde_role(text) TO did_app;
GRANT EXECUTE ON FUNCTION guard.sde_entitlements() TO did_watchdog, did_app;
GRANT EXECUTE ON FUNCTION guard.end_uncovered_sessions() TO did_watchdog;

RESET ROLE;
