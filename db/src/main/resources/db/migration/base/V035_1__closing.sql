-- Closing: what it takes to stop every reader at once, and to open again what was only suspended.

-- Ends every session of the release engine and says how many. Owned by guard_signal, the only role
-- that may end sessions and see when they began; the engine resumes what may go on.
CREATE FUNCTION guard.end_release_sessions() RETURNS integer
LANGUAGE sql SECURITY DEFINER AS $$
  SELECT count(*) FILTER (WHERE pg_terminate_backend(a.pid))::integer
  FROM pg_stat_get_activity(NULL) a
  WHERE a.usesysid = 'did_release'::regrole AND a.pid <> pg_backend_pid()
    AND a.datid = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
$$;
ALTER FUNCTION guard.end_release_sessions() OWNER TO guard_signal;
REVOKE ALL ON FUNCTION guard.end_release_sessions() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.end_release_sessions() TO guard_def;
GRANT USAGE ON SCHEMA guard TO guard_signal;

SET ROLE guard_def;

-- Ends the readers of everything. Called while the gate's row is changed and not yet committed: who
-- checked before is ended here, who checks after finds the row locked and is refused. A failed kill
-- must not fail the closing; the watchdog repeats it.
CREATE FUNCTION guard.cut_readers() RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM guard.end_release_sessions();
EXCEPTION WHEN OTHERS THEN
  RAISE WARNING 'sessions of the release engine could not be ended (%); the watchdog will', SQLSTATE;
END
$$;

CREATE FUNCTION guard.close_gate(agreement uuid, new_state text, kind text, actor uuid, reason text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE guard.gate g SET state = new_state, changed_at = clock_timestamp()
    WHERE g.agreement_id = agreement AND g.state IN ('open', 'suspended') AND g.state <> new_state;
  IF NOT FOUND THEN
    PERFORM guard.demand(EXISTS (SELECT 1 FROM guard.gate g WHERE g.agreement_id = agreement), 'DA012',
      'There is no such agreement.');
    PERFORM guard.cut_readers();
    RETURN;
  END IF;
  PERFORM guard.cut_readers();
  INSERT INTO ledger.agreement_event (agreement_id, kind, by, reason, entry_id)
    VALUES (agreement, close_gate.kind, actor, coalesce(close_gate.reason, ''),
      guard.enter_closing(close_gate.kind, actor, jsonb_build_object('agreement', agreement, 'reason', close_gate.reason),
        'agreement', agreement::text));
END
$$;

-- Closing an agreement that is closed already is not an error: it ends the readers once more.
CREATE FUNCTION guard.suspend(agreement uuid, actor uuid, reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  PERFORM guard.close_gate(agreement, 'suspended', 'suspend', actor, reason);
END
$$;

CREATE FUNCTION guard.revoke(agreement uuid, actor uuid, reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  PERFORM guard.close_gate(agreement, 'revoked', 'revoke', actor, reason);
END
$$;

CREATE FUNCTION guard.end_agreement(agreement uuid, actor uuid, reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  PERFORM guard.close_gate(agreement, 'ended', 'end', actor, reason);
END
$$;

-- Opens a suspended agreement again; a revoked or ended one stays closed.
CREATE FUNCTION guard.resume(ticket uuid, payload text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  actor uuid := guard.redeem(ticket, 'resume', payload);
  p jsonb := guard.read_payload(payload);
  agreement uuid := guard.uuid_of(p, 'agreement');
BEGIN
  PERFORM guard.demand_role(actor, 'officer');
  UPDATE guard.gate g SET state = 'open', changed_at = clock_timestamp()
    WHERE g.agreement_id = agreement AND g.state = 'suspended';
  PERFORM guard.demand(FOUND, 'DA008', 'Only a suspended agreement can be resumed.');
  INSERT INTO ledger.agreement_event (agreement_id, kind, by, reason, entry_id)
    VALUES (agreement, 'resume', actor, guard.text_of(p, 'reason', 4000),
      guard.enter('resume', actor, 'password', ticket::text, payload, 'agreement', agreement::text));
END
$$;

CREATE FUNCTION guard.record_destruction(agreement uuid, actor uuid, evidence text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  PERFORM guard.close_gate(agreement, 'ended', 'end', actor, 'data destroyed');
  INSERT INTO ledger.agreement_event (agreement_id, kind, by, reason, entry_id)
    VALUES (agreement, 'destroyed', actor, evidence, guard.enter_closing('record_destruction', actor,
      jsonb_build_object('agreement', agreement, 'evidence', evidence), 'agreement', agreement::text));
END
$$;

-- Takes an approval away from everything that stands on it: the gates of the application's agreements
-- are touched first, so that a reader who checks at this moment is refused.
CREATE FUNCTION guard.touch_gate(agreement uuid) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE guard.gate g SET changed_at = clock_timestamp() WHERE g.agreement_id = agreement;
  PERFORM guard.cut_readers();
END
$$;

CREATE FUNCTION guard.touch_gates(application uuid) RETURNS void
LANGUAGE sql AS $$
  SELECT guard.touch_gate(a.id) FROM ledger.agreement a WHERE a.application_id = application
$$;

CREATE FUNCTION guard.withdraw_decision(decision uuid, actor uuid, reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  application uuid;
BEGIN
  SELECT s.application_id INTO application FROM ledger.decision d JOIN ledger.submission s USING (version_id) WHERE d.id = decision;
  PERFORM guard.demand(application IS NOT NULL, 'DA012', 'There is no such decision.');
  IF NOT EXISTS (SELECT 1 FROM ledger.decision_withdrawn w WHERE w.decision_id = decision) THEN
    INSERT INTO ledger.decision_withdrawn (decision_id, by, reason, entry_id)
      VALUES (decision, actor, coalesce(withdraw_decision.reason, ''), guard.enter_closing('withdraw_decision', actor,
        jsonb_build_object('decision', decision, 'reason', withdraw_decision.reason), 'application', application::text));
  END IF;
  PERFORM guard.touch_gates(application);
END
$$;

CREATE FUNCTION guard.withdraw_submission(application uuid, actor uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  PERFORM guard.demand(EXISTS (SELECT 1 FROM ledger.submission s WHERE s.application_id = application), 'DA012',
    'This application was not submitted.');
  IF NOT EXISTS (SELECT 1 FROM ledger.submission_withdrawn w WHERE w.application_id = application) THEN
    INSERT INTO ledger.submission_withdrawn (application_id, by, entry_id)
      VALUES (application, actor, guard.enter_closing('withdraw_submission', actor,
        jsonb_build_object('application', application), 'application', application::text));
  END IF;
  PERFORM guard.touch_gates(application);
END
$$;

GRANT EXECUTE ON FUNCTION guard.resume(uuid, text), guard.suspend(uuid, uuid, text), guard.revoke(uuid, uuid, text),
  guard.end_agreement(uuid, uuid, text), guard.record_destruction(uuid, uuid, text),
  guard.withdraw_decision(uuid, uuid, text), guard.withdraw_submission(uuid, uuid) TO did_app;

RESET ROLE;
