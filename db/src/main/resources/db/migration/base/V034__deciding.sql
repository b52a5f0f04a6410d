-- From submission to decision.
SET ROLE guard_def;

-- Freezes what was asked: from here on the digest is what counts, whoever changes the rows.
CREATE FUNCTION guard.submit(ticket uuid, payload text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  actor uuid := guard.redeem(ticket, 'submit', payload);
  p jsonb := guard.read_payload(payload);
  version uuid := guard.uuid_of(p, 'version');
  application uuid := guard.uuid_of(p, 'application');
  selection uuid := guard.uuid_of(p, 'selection');
  digest text := guard.text_of(p, 'digest', 64);
  organisation uuid := guard.uuid_of(p, 'organisation');
  applying_unit text := coalesce(guard.optional_text_of(p, 'unit', 200), '');
  latest ledger.submission;
BEGIN
  PERFORM guard.demand(
    EXISTS (SELECT 1 FROM ledger.active_membership m
      WHERE m.person_id = actor AND m.organisation_id = organisation AND m.unit = applying_unit),
    'DA002', 'You apply for an organisation and unit that you belong to.');
  SELECT * INTO latest FROM ledger.submission s WHERE s.application_id = application ORDER BY s.version_no DESC LIMIT 1;
  PERFORM guard.demand(
    latest.version_id IS NULL OR actor = latest.applicant OR actor = ANY (latest.collaborators),
    'DA002', 'Only the applicant or a collaborator submits a new version.');
  PERFORM guard.demand(
    latest.version_id IS NULL OR (organisation = latest.applicant_organisation AND applying_unit = latest.applicant_unit),
    'DA012', 'A new version stays with the organisation and unit that applied.');
  PERFORM guard.demand(NOT EXISTS (SELECT 1 FROM ledger.submission_withdrawn w WHERE w.application_id = application),
    'DA008', 'The application was withdrawn. Start a new one.');
  PERFORM guard.demand(
    NOT EXISTS (SELECT 1 FROM ledger.submission s WHERE s.version_id = version)
      AND (p ->> 'version_no') = (coalesce(latest.version_no, 0) + 1)::text,
    'DA014', format('The next version of this application is number %s.', coalesce(latest.version_no, 0) + 1));
  PERFORM guard.demand_releasable(guard.selection_as_decided(selection, digest));
  INSERT INTO ledger.submission (version_id, application_id, version_no, selection_id, digest, applicant,
      applicant_organisation, applicant_unit, collaborators, entry_id)
    VALUES (version, application, coalesce(latest.version_no, 0) + 1, selection, digest, coalesce(latest.applicant, actor),
      organisation, applying_unit, guard.uuids_of(p, 'collaborators'),
      guard.enter('submit', actor, 'password', ticket::text, payload, 'application', application::text));
END
$$;

-- Why this person may have no part in judging this version; null: they may.
CREATE FUNCTION guard.conflict_of(person uuid, v ledger.submission, holder uuid) RETURNS text
LANGUAGE plpgsql AS $$
BEGIN
  RETURN CASE
    WHEN person = v.applicant OR EXISTS (SELECT 1 FROM ledger.submission s
      WHERE s.application_id = v.application_id AND s.applicant = person) THEN 'applicant'
    WHEN EXISTS (SELECT 1 FROM ledger.submission s
      WHERE s.application_id = v.application_id AND person = ANY (s.collaborators)) THEN 'collaborator'
    WHEN EXISTS (SELECT 1 FROM ledger.active_seat s
      WHERE s.person_id = person AND s.kind = 'signatory' AND s.organisation_id = v.applicant_organisation) THEN 'signatory'
    WHEN EXISTS (SELECT 1 FROM ledger.agreement a JOIN ledger.agreement_person n ON n.agreement_id = a.id
      WHERE a.application_id = v.application_id AND n.person_id = person) THEN 'recipient'
    WHEN EXISTS (SELECT 1 FROM ledger.active_membership m WHERE m.person_id = person
      AND m.organisation_id = v.applicant_organisation AND m.unit = v.applicant_unit) THEN 'applying-unit'
    WHEN EXISTS (SELECT 1 FROM ledger.active_membership m WHERE m.person_id = person
      AND m.organisation_id = v.applicant_organisation AND m.organisation_id <> holder) THEN 'applicant-organisation'
    WHEN EXISTS (SELECT 1 FROM ledger.active_membership m
      WHERE m.person_id = person AND m.organisation_id <> holder AND m.organisation_id::text = ANY (
        (guard.read_selection(guard.selection_text(v.selection_id))).recipients)) THEN 'recipient'
  END;
END
$$;

-- The holder of the slot whose seat entitles the person to act on this version. On a controller's
-- own application only a seat recorded as independent of the applying unit counts.
CREATE FUNCTION guard.holder_for(person uuid, v ledger.submission, slot uuid, kinds text[]) RETURNS uuid
LANGUAGE sql AS $$
  SELECT h.holder_organisation_id
  FROM ledger.controllership c
  CROSS JOIN LATERAL guard.slot_holders(c.data_set, guard.today()) h
  JOIN ledger.active_seat s ON s.organisation_id = h.holder_organisation_id AND s.person_id = person
  WHERE c.id = slot AND h.controllership_id = slot
    AND CASE WHEN h.holder_organisation_id = v.applicant_organisation
      THEN s.kind = 'independent' AND s.unit = v.applicant_unit
      ELSE s.kind = ANY (kinds) END
  LIMIT 1
$$;

CREATE FUNCTION guard.obstacle_to_judge(person uuid, v ledger.submission, slot uuid, kinds text[]) RETURNS text
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

CREATE FUNCTION guard.own_application_obstacle(v ledger.submission) RETURNS text
LANGUAGE plpgsql AS $$
BEGIN
  RETURN CASE WHEN EXISTS (SELECT 1 FROM ledger.active_seat s
      WHERE s.kind = 'independent' AND s.organisation_id = v.applicant_organisation AND s.unit = v.applicant_unit)
    THEN 'not-independent' ELSE 'no-independent-member' END;
END
$$;

-- Null where the person may decide, otherwise a stable word for the reason why not.
CREATE FUNCTION guard.may_decide(person uuid, version uuid, controllership uuid) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  v ledger.submission;
BEGIN
  SELECT * INTO v FROM ledger.submission s WHERE s.version_id = version;
  RETURN guard.obstacle_to_judge(person, v, controllership, ARRAY['chair']);
END
$$;

CREATE FUNCTION guard.demand_may_judge(person uuid, v ledger.submission, slot uuid, kinds text[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  obstacle text := guard.obstacle_to_judge(person, v, slot, kinds);
BEGIN
  PERFORM guard.demand(obstacle IS NULL,
    CASE
      WHEN obstacle IN ('unknown-version', 'no-slot') THEN 'DA012'
      WHEN obstacle = 'withdrawn' THEN 'DA008'
      WHEN obstacle = 'slot-blocked' THEN 'DA006'
      WHEN obstacle IN ('no-seat', 'no-independent-member') THEN 'DA002'
      ELSE 'DA003'
    END,
    format('You cannot judge this version (%s).', obstacle));
END
$$;

CREATE FUNCTION guard.vote(ticket uuid, payload text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  actor uuid := guard.redeem(ticket, 'vote', payload);
  p jsonb := guard.read_payload(payload);
  slot uuid := guard.uuid_of(p, 'controllership');
  cast_vote text := guard.text_of(p, 'vote', 40);
  v ledger.submission;
BEGIN
  SELECT * INTO v FROM ledger.submission s WHERE s.version_id = guard.uuid_of(p, 'version');
  PERFORM guard.demand_may_judge(actor, v, slot, ARRAY['chair', 'member']);
  PERFORM guard.demand(cast_vote IN ('approve', 'approve-with-conditions', 'defer', 'reject', 'abstain'), 'DA012',
    'The vote must be approve, approve-with-conditions, defer, reject or abstain.');
  INSERT INTO ledger.vote (version_id, controllership_id, person_id, vote, comment, entry_id)
    VALUES (v.version_id, slot, actor, cast_vote, guard.optional_text_of(p, 'comment', 4000),
      guard.enter('vote', actor, 'password', ticket::text, payload, 'application', v.application_id::text));
END
$$;

-- Every field gets one outcome, and a coarser field must be one that the catalogue derives from it.
CREATE FUNCTION guard.demand_field_outcomes(decided guard.selection, fields jsonb[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  f jsonb;
BEGIN
  PERFORM guard.demand(
    cardinality(fields) = cardinality(decided.fields)
      AND decided.fields <@ ARRAY(SELECT x ->> 'field' FROM unnest(fields) AS x),
    'DA012', 'Every field of the selection needs exactly one outcome.');
  FOREACH f IN ARRAY fields LOOP
    PERFORM guard.demand((f ->> 'outcome') IN ('approve', 'coarsen', 'strike'), 'DA012',
      'A field''s outcome must be approve, coarsen or strike.');
    PERFORM guard.demand(
      ((f ->> 'outcome') = 'coarsen') = (coalesce(f ->> 'coarser', '') <> ''), 'DA012',
      'Name a coarser field where, and only where, the outcome is coarsen.');
    PERFORM guard.demand(
      (f ->> 'outcome') <> 'coarsen' OR (
        (f ->> 'coarser') <> (f ->> 'field')
        AND guard.is_coarser(f ->> 'coarser', f ->> 'field', guard.data_set_of(decided), guard.version_of(decided))
        AND NOT EXISTS (SELECT 1 FROM unnest(fields) AS x
          WHERE x ->> 'field' = f ->> 'coarser' AND x ->> 'outcome' <> 'approve')),
      'DA012', format('%s is not an alternative to %s here.', f ->> 'coarser', f ->> 'field'));
  END LOOP;
END
$$;

CREATE FUNCTION guard.decide(ticket uuid, payload text) RETURNS void
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
    SELECT guard.uuid_of(c, 'id'), decision, guard.text_of(c, 'text', 4000), coalesce((c ->> 'precedent')::boolean, false)
    FROM unnest(conditions) AS c;
END
$$;

-- A standing approval or rejection of the same version is withdrawn before it is decided anew.
CREATE FUNCTION guard.demand_undecided(v ledger.submission, holder uuid) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(v.version_id::text || holder::text, 0));
  PERFORM guard.demand(
    NOT EXISTS (SELECT 1 FROM ledger.decision d WHERE d.version_id = v.version_id AND d.holder_organisation_id = holder
      AND d.outcome <> 'defer'
      AND NOT EXISTS (SELECT 1 FROM ledger.decision_withdrawn w WHERE w.decision_id = d.id)),
    'DA014', 'This controller has decided on this version already.');
END
$$;

-- An officer, or a seat of the controller that set it, records that a condition is met.
CREATE FUNCTION guard.record_condition_met(ticket uuid, payload text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  actor uuid := guard.redeem(ticket, 'record_condition_met', payload);
  p jsonb := guard.read_payload(payload);
  condition uuid := guard.uuid_of(p, 'condition');
  d ledger.decision;
  v ledger.submission;
BEGIN
  SELECT x.* INTO d FROM ledger.decision x JOIN ledger.decision_condition c ON c.decision_id = x.id WHERE c.id = condition;
  PERFORM guard.demand(d.id IS NOT NULL, 'DA012', 'There is no such condition.');
  SELECT * INTO v FROM ledger.submission s WHERE s.version_id = d.version_id;
  PERFORM guard.demand(
    guard.has_role(actor, 'officer') OR EXISTS (SELECT 1 FROM ledger.active_seat s
      WHERE s.person_id = actor AND s.organisation_id = d.holder_organisation_id AND s.kind IN ('member', 'chair', 'independent')),
    'DA002', 'An officer or the controller''s panel records this.');
  PERFORM guard.demand(guard.conflict_of(actor, v, d.holder_organisation_id) IS NULL, 'DA003',
    'You have a part in the application. Ask somebody who has none.');
  PERFORM guard.demand(NOT EXISTS (SELECT 1 FROM ledger.condition_met m WHERE m.condition_id = condition), 'DA014',
    'This condition is recorded as met already.');
  INSERT INTO ledger.condition_met (condition_id, evidence, by, entry_id)
    VALUES (condition, guard.text_of(p, 'evidence', 4000), actor,
      guard.enter('record_condition_met', actor, 'password', ticket::text, payload, 'application', v.application_id::text));
END
$$;

GRANT EXECUTE ON FUNCTION guard.submit(uuid, text), guard.vote(uuid, text), guard.decide(uuid, text),
  guard.record_condition_met(uuid, text), guard.may_decide(uuid, uuid, uuid) TO did_app;

RESET ROLE;
