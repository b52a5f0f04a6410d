-- One controller's no is enough, a session ends with the secret that it began with, and what a command
-- leaves out is asked for instead of guessed. The functions stand here as they are from now on.
SET ROLE guard_def;

DROP FUNCTION guard.sign_in_state(text);

-- What a session rests on: the account, and which of its secrets was the last ("secret", a number that
-- grows with each change). A session that began with an earlier one ends.
CREATE FUNCTION guard.sign_in_state(login text)
  RETURNS TABLE (person_id uuid, state text, until timestamptz, secret bigint)
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  person uuid;
  ended boolean;
  locked timestamptz;
BEGIN
  SELECT p.id, EXISTS (SELECT 1 FROM ledger.person_end e WHERE e.person_id = p.id) INTO person, ended
    FROM ledger.person p WHERE p.login = lower(sign_in_state.login);
  IF person IS NOT NULL THEN
    locked := guard.locked_until(person, 'sign-in');
  END IF;
  RETURN QUERY SELECT person,
    CASE WHEN person IS NULL THEN 'unknown' WHEN ended THEN 'ended' WHEN locked IS NOT NULL THEN 'locked' ELSE 'ok' END,
    locked,
    (SELECT max(s.entry_id) FROM ledger.secret s WHERE s.person_id = person);
END
$$;

GRANT EXECUTE ON FUNCTION guard.sign_in_state(text) TO did_auth;

-- Who follows a controller in one slot: one organisation, several (a split), or none (a discharge).
CREATE OR REPLACE FUNCTION guard.record_succession(ticket uuid, payload text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  actor uuid := guard.redeem(ticket, 'record_succession', payload);
  p jsonb := guard.read_payload(payload);
  slot uuid := guard.uuid_of(p, 'controllership');
  predecessor uuid := guard.uuid_of(p, 'from');
  successors uuid[] := guard.uuids_of(p, 'to');
  effective date := guard.date_of(p, 'effective_on');
  set_code text;
  successor uuid;
  entry bigint;
BEGIN
  PERFORM guard.demand_role(actor, 'officer');
  PERFORM guard.demand(p ? 'to', 'DA012', 'Say who holds the slot now; an empty list says: nobody.');
  SELECT c.data_set INTO set_code FROM ledger.controllership c WHERE c.id = slot;
  PERFORM guard.demand(
    EXISTS (SELECT 1 FROM guard.slot_holders(set_code, guard.today()) h
      WHERE h.controllership_id = slot AND h.holder_organisation_id = predecessor),
    'DA012', 'This organisation does not hold this slot.');
  PERFORM guard.demand(effective <= guard.today(), 'DA012', 'Record a succession when it has taken effect.');
  FOREACH successor IN ARRAY successors LOOP
    PERFORM guard.demand_organisation(successor);
    PERFORM guard.demand(
      successor <> predecessor
        AND NOT EXISTS (SELECT 1 FROM ledger.organisation_end e WHERE e.organisation_id = successor AND e.ended_on <= guard.today()),
      'DA006', 'A successor must be another organisation that exists today.');
  END LOOP;
  entry := guard.enter('record_succession', actor, 'password', ticket::text, payload, 'data-set', set_code);
  INSERT INTO ledger.succession (controllership_id, from_organisation_id, to_organisation_id, effective_on, evidence, entry_id)
    SELECT slot, predecessor, t, effective, guard.text_of(p, 'evidence', 2000), entry
    FROM unnest(CASE WHEN cardinality(successors) = 0 THEN ARRAY[NULL::uuid] ELSE successors END) AS t;
END
$$;

-- One controller's no is enough: nothing can leave, so there is nothing left to judge.
CREATE FUNCTION guard.is_rejected(version uuid) RETURNS boolean
LANGUAGE sql AS $$
  SELECT EXISTS (SELECT 1 FROM ledger.decision d WHERE d.version_id = version AND d.outcome = 'reject'
    AND NOT EXISTS (SELECT 1 FROM ledger.decision_withdrawn w WHERE w.decision_id = d.id))
$$;

CREATE OR REPLACE FUNCTION guard.obstacle_to_judge(person uuid, v ledger.submission, slot uuid, kinds text[]) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
  holder uuid;
  wanted guard.selection;
BEGIN
  IF v.version_id IS NULL THEN
    RETURN 'unknown-version';
  END IF;
  IF EXISTS (SELECT 1 FROM ledger.submission_withdrawn w WHERE w.application_id = v.application_id) THEN
    RETURN 'withdrawn';
  END IF;
  IF guard.is_rejected(v.version_id) THEN
    RETURN 'rejected';
  END IF;
  wanted := guard.selection_as_decided(v.selection_id, v.digest);
  IF NOT EXISTS (SELECT 1 FROM guard.slots(guard.data_set_of(wanted), guard.today()) s WHERE s.controllership_id = slot) THEN
    RETURN 'no-slot';
  END IF;
  IF (SELECT bool_and(s.blocked) FROM guard.slots(guard.data_set_of(wanted), guard.today()) s
      WHERE s.controllership_id = slot) THEN
    RETURN 'slot-blocked';
  END IF;
  holder := guard.holder_for(person, v, slot, kinds);
  RETURN CASE
    WHEN holder IS NOT NULL THEN guard.conflict_of(person, v, holder)
    WHEN EXISTS (SELECT 1 FROM guard.slots(guard.data_set_of(wanted), guard.today()) s
      WHERE s.controllership_id = slot AND s.holder_organisation_id = v.applicant_organisation)
      THEN guard.own_application_obstacle(v)
    ELSE coalesce(guard.conflict_of(person, v, NULL), 'no-seat')
  END;
END
$$;

CREATE OR REPLACE FUNCTION guard.demand_may_judge(person uuid, v ledger.submission, slot uuid, kinds text[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  obstacle text := guard.obstacle_to_judge(person, v, slot, kinds);
BEGIN
  PERFORM guard.demand(obstacle IS NULL,
    CASE
      WHEN obstacle IN ('unknown-version', 'no-slot') THEN 'DA012'
      WHEN obstacle IN ('withdrawn', 'rejected') THEN 'DA008'
      WHEN obstacle = 'slot-blocked' THEN 'DA006'
      WHEN obstacle IN ('no-seat', 'no-independent-member') THEN 'DA002'
      ELSE 'DA003'
    END,
    format('You cannot judge this version (%s).', obstacle));
END
$$;

CREATE OR REPLACE FUNCTION guard.decide(ticket uuid, payload text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  actor uuid := guard.redeem(ticket, 'decide', payload);
  p jsonb := guard.read_payload(payload);
  decision uuid := guard.uuid_of(p, 'decision');
  slot uuid := guard.uuid_of(p, 'controllership');
  outcome text := guard.text_of(p, 'outcome', 40);
  conditions jsonb[] := ARRAY(SELECT guard.list_of(p, 'conditions'));
  fields jsonb[] := ARRAY(SELECT guard.list_of(p, 'fields'));
  decided guard.selection;
  v ledger.submission;
  holder uuid;
BEGIN
  SELECT * INTO v FROM ledger.submission s WHERE s.version_id = guard.uuid_of(p, 'version');
  PERFORM guard.demand_may_judge(actor, v, slot, ARRAY['chair']);
  holder := guard.holder_for(actor, v, slot, ARRAY['chair']);
  PERFORM guard.demand(v.selection_id = guard.uuid_of(p, 'selection') AND v.digest = (p ->> 'digest'), 'DA004',
    'This is not the selection of that version. Open the version again and decide on what it shows.');
  decided := guard.selection_as_decided(v.selection_id, v.digest);
  PERFORM guard.demand(outcome IN ('approve', 'approve-with-conditions', 'defer', 'reject'), 'DA012',
    'The outcome must be approve, approve-with-conditions, defer or reject.');
  PERFORM guard.demand((outcome = 'approve-with-conditions') = (cardinality(conditions) > 0), 'DA012',
    'Give conditions where, and only where, the outcome is approve with conditions.');
  PERFORM guard.demand(
    NOT EXISTS (SELECT 1 FROM unnest(conditions) AS c WHERE jsonb_typeof(c -> 'precedent') IS DISTINCT FROM 'boolean'),
    'DA012', 'Say of each condition whether it has to be met before anything is released.');
  PERFORM guard.demand_undecided(v, holder);
  IF outcome IN ('approve', 'approve-with-conditions') THEN
    PERFORM guard.demand_field_outcomes(decided, fields);
  END IF;
  INSERT INTO ledger.decision (id, version_id, selection_id, digest, controllership_id, holder_organisation_id, outcome,
      reason, decided_by, entry_id)
    VALUES (decision, v.version_id, v.selection_id, v.digest, slot, holder, outcome, guard.text_of(p, 'reason', 8000), actor,
      guard.enter('decide', actor, 'password', ticket::text, payload, 'application', v.application_id::text));
  INSERT INTO ledger.decision_field (decision_id, field_code, outcome, coarser_field)
    SELECT decision, f ->> 'field', f ->> 'outcome', nullif(f ->> 'coarser', '') FROM unnest(fields) AS f
    WHERE outcome IN ('approve', 'approve-with-conditions');
  INSERT INTO ledger.decision_condition (id, decision_id, text, precedent)
    SELECT guard.uuid_of(c, 'id'), decision, guard.text_of(c, 'text', 4000), (c ->> 'precedent')::boolean
    FROM unnest(conditions) AS c;
END
$$;

RESET ROLE;

-- A function that is made anew has lost its fixed settings.
DO $$
DECLARE
  f regprocedure;
BEGIN
  FOR f IN SELECT p.oid FROM pg_proc p WHERE p.pronamespace = 'guard'::regnamespace AND p.prosecdef
    AND p.proconfig IS NULL LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = pg_catalog, pg_temp', f);
    EXECUTE format('ALTER FUNCTION %s SET TimeZone = ''UTC''', f);
    EXECUTE format('ALTER FUNCTION %s SET DateStyle = ''ISO, YMD''', f);
    EXECUTE format('ALTER FUNCTION %s SET IntervalStyle = ''postgres''', f);
    EXECUTE format('ALTER FUNCTION %s SET bytea_output = ''hex''', f);
    EXECUTE format('ALTER FUNCTION %s SET extra_float_digits = 1', f);
    EXECUTE format('ALTER FUNCTION %s SET standard_conforming_strings = on', f);
    EXECUTE format('ALTER FUNCTION %s SET transform_null_equals = off', f);
    EXECUTE format('ALTER FUNCTION %s SET row_security = off', f);
  END LOOP;
END
$$;
