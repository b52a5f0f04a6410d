-- Agreements, their state, and the gate that every read of a release passes.
SET ROLE guard_def;

-- One row an agreement, the only one in the guard that changes with its state. Touched by state
-- changes alone, so that a reader finds it locked only while somebody closes it.
CREATE TABLE guard.gate (
  agreement_id uuid PRIMARY KEY,
  state        text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'suspended', 'revoked', 'ended')),
  changed_at   timestamptz NOT NULL DEFAULT clock_timestamp()
);
GRANT SELECT ON guard.gate TO did_app, did_auditor;

CREATE FUNCTION guard.agreement_state(agreement uuid) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  a ledger.agreement;
  gate text;
  signed integer;
  parties integer;
BEGIN
  SELECT * INTO a FROM ledger.agreement x WHERE x.id = agreement;
  SELECT g.state INTO gate FROM guard.gate g WHERE g.agreement_id = agreement;
  SELECT count(DISTINCT p.organisation_id), count(DISTINCT s.organisation_id) INTO parties, signed
    FROM ledger.agreement_party p LEFT JOIN ledger.signature s USING (agreement_id, organisation_id)
    WHERE p.agreement_id = agreement;
  RETURN CASE
    WHEN a.id IS NULL OR gate IS NULL THEN NULL
    WHEN gate <> 'open' THEN gate
    WHEN signed = 0 THEN 'draft'
    WHEN signed < parties THEN 'partly-signed'
    WHEN guard.today() < a.starts_on THEN 'not-started'
    WHEN guard.today() > a.ends_on THEN 'expired'
    ELSE 'active'
  END;
END
$$;

CREATE FUNCTION guard.demand_active(agreement uuid) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  state text := guard.agreement_state(agreement);
BEGIN
  PERFORM guard.demand(state IS NOT NULL, 'DA012', 'There is no such agreement.');
  PERFORM guard.demand(state NOT IN ('draft', 'partly-signed'), 'DA007', 'A party has not signed the agreement yet.');
  PERFORM guard.demand(state = 'active', 'DA008', format('The agreement is not active now (%s).', state));
END
$$;

-- Everything that must hold whenever something is ordered, opened, read or published under an
-- agreement. Returns the selection, read once.
CREATE FUNCTION guard.demand_in_force(agreement uuid) RETURNS guard.selection
LANGUAGE plpgsql AS $$
DECLARE
  a ledger.agreement;
  approved guard.selection;
BEGIN
  PERFORM guard.demand_active(agreement);
  SELECT * INTO a FROM ledger.agreement x WHERE x.id = agreement;
  approved := guard.selection_as_decided(a.selection_id, a.digest);
  PERFORM guard.demand_approved(a.application_id, approved);
  PERFORM guard.demand_releasable(approved);
  RETURN approved;
END
$$;

CREATE FUNCTION guard.demand_parties(a uuid, v ledger.submission, approved guard.selection) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM guard.demand(
    NOT EXISTS (
      SELECT h.holder_organisation_id, 'controller' FROM guard.slot_holders(guard.data_set_of(approved), guard.today()) h
      UNION SELECT v.applicant_organisation, 'applicant'
      UNION SELECT r::uuid, 'recipient' FROM unnest(approved.recipients) AS r
      EXCEPT SELECT p.organisation_id, p.party_role FROM ledger.agreement_party p WHERE p.agreement_id = a),
    'DA012', 'Every controller, the applicant''s organisation and every recipient must be a party.');
  PERFORM guard.demand(
    NOT EXISTS (SELECT 1 FROM ledger.agreement_party p WHERE p.agreement_id = a AND p.party_role = 'recipient'
      AND p.organisation_id::text <> ALL (approved.recipients)),
    'DA010', 'A recipient was not approved.');
END
$$;

CREATE FUNCTION guard.add_agreement_person(agreement uuid, item jsonb, entry bigint) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  person uuid := guard.uuid_of(item, 'person');
  allowed_role text := guard.text_of(item, 'role', 20);
BEGIN
  PERFORM guard.demand_person(person);
  PERFORM guard.demand(allowed_role IN ('analyst', 'recipient'), 'DA012', 'A named person is an analyst or a recipient.');
  PERFORM guard.demand(
    EXISTS (SELECT 1 FROM ledger.active_membership m JOIN ledger.agreement_party p USING (organisation_id)
      WHERE m.person_id = person AND p.agreement_id = agreement AND p.party_role IN ('recipient', 'applicant')),
    'DA010', 'A named person belongs to a recipient or to the applicant.');
  INSERT INTO ledger.agreement_person (agreement_id, person_id, recipient_public_key, person_role, entry_id)
    VALUES (agreement, person, guard.optional_text_of(item, 'public_key', 4000), allowed_role, entry);
END
$$;

-- Drafts from a version whose every slot is satisfied. The term starts today at the earliest and
-- within twelve months, as the published standard on terms has it.
CREATE FUNCTION guard.draft_agreement(ticket uuid, payload text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  actor uuid := guard.redeem(ticket, 'draft_agreement', payload);
  p jsonb := guard.read_payload(payload);
  agreement uuid := guard.uuid_of(p, 'agreement');
  starts date := guard.date_of(p, 'starts_on');
  ends date := guard.date_of(p, 'ends_on');
  v ledger.submission;
  approved guard.selection;
  entry bigint;
BEGIN
  PERFORM guard.demand_role(actor, 'officer');
  SELECT * INTO v FROM ledger.submission s WHERE s.version_id = guard.uuid_of(p, 'version');
  PERFORM guard.demand(v.version_id IS NOT NULL, 'DA012', 'This version was not submitted.');
  PERFORM guard.demand(guard.conflict_of(actor, v, NULL) IS NULL, 'DA003',
    'You have a part in the application. Ask another officer.');
  PERFORM guard.demand(v.selection_id = guard.uuid_of(p, 'selection') AND v.digest = (p ->> 'digest'), 'DA004',
    'This is not the selection of that version.');
  PERFORM guard.demand(starts BETWEEN guard.today() AND (guard.today() + interval '12 months')::date AND ends >= starts, 'DA012',
    'The term starts today at the earliest, within twelve months, and ends after it starts.');
  approved := guard.selection_as_decided(v.selection_id, v.digest);
  PERFORM guard.demand_slots_satisfied(v.application_id, approved);
  PERFORM guard.demand(
    NOT EXISTS (SELECT 1 FROM ledger.agreement a WHERE a.id = agreement OR a.reference = (p ->> 'reference')), 'DA014',
    'There is an agreement with this id or reference already.');
  entry := guard.enter('draft_agreement', actor, 'password', ticket::text, payload, 'agreement', agreement::text);
  INSERT INTO ledger.agreement (id, reference, application_id, version_id, selection_id, digest, starts_on, ends_on,
      text_sha256, drafted_by, entry_id)
    VALUES (agreement, guard.text_of(p, 'reference', 100), v.application_id, v.version_id, v.selection_id, v.digest, starts,
      ends, guard.text_of(p, 'text_sha256', 64), actor, entry);
  INSERT INTO ledger.agreement_party (agreement_id, organisation_id, party_role)
    SELECT agreement, guard.uuid_of(x, 'organisation'), guard.text_of(x, 'role', 20) FROM guard.list_of(p, 'parties') AS x;
  PERFORM guard.demand_parties(agreement, v, approved);
  PERFORM guard.add_agreement_person(agreement, x, entry) FROM guard.list_of(p, 'people') AS x;
  INSERT INTO guard.gate (agreement_id) VALUES (agreement);
END
$$;

-- Conditions precedent may still be open when terms are drafted; they are looked at before a release.
CREATE FUNCTION guard.demand_slots_satisfied(application uuid, approved guard.selection) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM guard.demand_approved(application, approved);
EXCEPTION WHEN SQLSTATE 'DA009' THEN
  NULL;
END
$$;

-- Named people change within the term without a new decision.
CREATE FUNCTION guard.name_person(ticket uuid, payload text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  actor uuid := guard.redeem(ticket, 'name_person', payload);
  p jsonb := guard.read_payload(payload);
  agreement uuid := guard.uuid_of(p, 'agreement');
BEGIN
  PERFORM guard.demand_role(actor, 'officer');
  PERFORM guard.demand(actor <> guard.uuid_of(p, 'person'), 'DA003', 'Nobody names themselves.');
  PERFORM guard.demand(EXISTS (SELECT 1 FROM ledger.agreement a WHERE a.id = agreement), 'DA012', 'There is no such agreement.');
  PERFORM guard.add_agreement_person(agreement, p,
    guard.enter('name_person', actor, 'password', ticket::text, payload, 'agreement', agreement::text));
END
$$;

CREATE FUNCTION guard.unname_person(agreement uuid, person uuid, actor uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  INSERT INTO ledger.agreement_person_end (agreement_id, person_id, entry_id)
    VALUES (agreement, person, guard.enter_closing('unname_person', actor,
      jsonb_build_object('agreement', agreement, 'person', person), 'agreement', agreement::text));
END
$$;

-- Signs the exact text for one party. One person signs for one party only.
CREATE FUNCTION guard.sign(ticket uuid, payload text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  actor uuid := guard.redeem(ticket, 'sign', payload);
  p jsonb := guard.read_payload(payload);
  agreement uuid := guard.uuid_of(p, 'agreement');
  organisation uuid := guard.uuid_of(p, 'organisation');
  a ledger.agreement;
BEGIN
  SELECT * INTO a FROM ledger.agreement x WHERE x.id = agreement;
  PERFORM guard.demand(a.id IS NOT NULL, 'DA012', 'There is no such agreement.');
  PERFORM guard.demand(
    EXISTS (SELECT 1 FROM ledger.active_seat s
      WHERE s.person_id = actor AND s.organisation_id = organisation AND s.kind = 'signatory'),
    'DA002', 'Only a signatory of the party signs for it.');
  PERFORM guard.demand(
    EXISTS (SELECT 1 FROM ledger.agreement_party x WHERE x.agreement_id = agreement AND x.organisation_id = organisation),
    'DA012', 'This organisation is not a party to the agreement.');
  PERFORM guard.demand(guard.agreement_state(agreement) IN ('draft', 'partly-signed'), 'DA014',
    'The agreement cannot be signed any more.');
  PERFORM guard.demand(
    NOT EXISTS (SELECT 1 FROM ledger.signature s WHERE s.agreement_id = agreement AND s.organisation_id = organisation),
    'DA014', 'This party has signed already.');
  PERFORM guard.demand(
    NOT EXISTS (SELECT 1 FROM ledger.signature s WHERE s.agreement_id = agreement AND s.person_id = actor),
    'DA003', 'You have signed for another party. A second person signs for this one.');
  PERFORM guard.demand(a.text_sha256 = (p ->> 'text_sha256'), 'DA004', 'The text is not the one that was drafted.');
  PERFORM guard.demand_slots_satisfied(a.application_id, guard.selection_as_decided(a.selection_id, a.digest));
  INSERT INTO ledger.signature (agreement_id, organisation_id, person_id, text_sha256, entry_id)
    VALUES (agreement, organisation, actor, a.text_sha256,
      guard.enter('sign', actor, 'password', ticket::text, payload, 'agreement', agreement::text));
END
$$;

GRANT EXECUTE ON FUNCTION guard.draft_agreement(uuid, text), guard.name_person(uuid, text), guard.sign(uuid, text),
  guard.unname_person(uuid, uuid, uuid) TO did_app;
GRANT EXECUTE ON FUNCTION guard.agreement_state(uuid) TO did_app, did_auditor;

RESET ROLE;
