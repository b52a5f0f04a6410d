-- People, organisations, roles and seats. Giving needs an administrator's ticket, and nobody gives
-- anything to themselves; taking away needs none.
SET ROLE guard_def;

CREATE FUNCTION guard.add_person(person uuid, login text, entry bigint) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM guard.demand(login ~ '^[a-z0-9][a-z0-9._@+-]{1,99}$', 'DA012',
    'A login has 2 to 100 small letters, digits and . _ @ + -.');
  PERFORM guard.demand(
    NOT EXISTS (SELECT 1 FROM ledger.person p WHERE p.login = add_person.login OR p.id = person),
    'DA014', 'There is a person with this login already.');
  INSERT INTO ledger.person (id, login, entry_id) VALUES (person, add_person.login, entry);
  PERFORM guard.open_attempt_counters(person);
END
$$;

-- The root of the ledger: the first administrator and their one-time link. Possible only while no
-- administrator has ever set a secret; asked again before that, it gives a new link.
CREATE FUNCTION guard.found(login text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  person uuid;
  entry bigint;
BEGIN
  PERFORM guard.demand(
    NOT EXISTS (SELECT 1 FROM ledger.active_role r JOIN ledger.secret s USING (person_id) WHERE r.role = 'administrator'),
    'DA014', 'There is an administrator already, who can enrol others.');
  SELECT p.person_id INTO person FROM ledger.active_person p JOIN ledger.active_role r USING (person_id)
    WHERE p.login = found.login AND r.role = 'administrator';
  IF person IS NULL THEN
    person := gen_random_uuid();
    entry := guard.enter('found', person, 'founding', NULL,
      json_build_object('person', person, 'login', login)::text, 'person', person::text);
    PERFORM guard.add_person(person, login, entry);
    INSERT INTO ledger.role_grant (person_id, role, entry_id) VALUES (person, 'administrator', entry);
  END IF;
  RETURN guard.issue_token(person);
END
$$;

CREATE FUNCTION guard.register_organisation(ticket uuid, payload text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  actor uuid := guard.redeem(ticket, 'register_organisation', payload);
  p jsonb := guard.read_payload(payload);
  organisation uuid := guard.uuid_of(p, 'organisation');
  code text := guard.text_of(p, 'ods_code', 12);
BEGIN
  PERFORM guard.demand_role(actor, 'administrator', 'officer');
  PERFORM guard.demand(
    NOT EXISTS (SELECT 1 FROM ledger.organisation o WHERE o.id = organisation OR o.ods_code = code),
    'DA014', 'There is an organisation with this code already.');
  PERFORM guard.demand(code ~ '^[A-Z0-9-]{3,12}$', 'DA012', 'An organisation code has 3 to 12 capital letters and digits.');
  INSERT INTO ledger.organisation (id, ods_code, name, entry_id) VALUES (organisation, code,
    guard.text_of(p, 'name', 200),
    guard.enter('register_organisation', actor, 'password', ticket::text, payload, 'organisation', organisation::text));
END
$$;

-- Enrols a person in an organisation and returns the one-time link's token.
CREATE FUNCTION guard.enrol(ticket uuid, payload text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  actor uuid := guard.redeem(ticket, 'enrol', payload);
  p jsonb := guard.read_payload(payload);
  person uuid := guard.uuid_of(p, 'person');
  organisation uuid := guard.uuid_of(p, 'organisation');
  entry bigint;
  new_role text;
BEGIN
  PERFORM guard.demand_role(actor, 'administrator');
  PERFORM guard.demand_organisation(organisation);
  entry := guard.enter('enrol', actor, 'password', ticket::text, payload, 'person', person::text);
  PERFORM guard.add_person(person, guard.text_of(p, 'login', 100), entry);
  INSERT INTO ledger.membership (person_id, organisation_id, unit, entry_id)
    VALUES (person, organisation, coalesce(guard.optional_text_of(p, 'unit', 200), ''), entry);
  FOR new_role IN SELECT element #>> '{}' FROM guard.list_of(p, 'roles') AS element LOOP
    PERFORM guard.add_role(actor, person, new_role,
      guard.enter('grant_role', actor, 'password', ticket::text,
        json_build_object('person', person, 'role', new_role)::text, 'person', person::text));
  END LOOP;
  RETURN guard.issue_token(person);
END
$$;

CREATE FUNCTION guard.add_role(actor uuid, person uuid, new_role text, entry bigint) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM guard.demand(actor <> person, 'DA003', 'Nobody gives a role to themselves. Ask another administrator.');
  PERFORM guard.demand_person(person);
  PERFORM guard.demand(new_role IN ('data-manager', 'officer', 'auditor', 'administrator'), 'DA012',
    'The role must be data-manager, officer, auditor or administrator.');
  INSERT INTO ledger.role_grant (person_id, role, entry_id) VALUES (person, new_role, entry);
END
$$;

CREATE FUNCTION guard.grant_role(ticket uuid, payload text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  actor uuid := guard.redeem(ticket, 'grant_role', payload);
  p jsonb := guard.read_payload(payload);
  person uuid := guard.uuid_of(p, 'person');
BEGIN
  PERFORM guard.demand_role(actor, 'administrator');
  PERFORM guard.add_role(actor, person, guard.text_of(p, 'role', 30),
    guard.enter('grant_role', actor, 'password', ticket::text, payload, 'person', person::text));
END
$$;

-- A membership more: the person also works for this organisation.
CREATE FUNCTION guard.add_membership(ticket uuid, payload text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  actor uuid := guard.redeem(ticket, 'add_membership', payload);
  p jsonb := guard.read_payload(payload);
  person uuid := guard.uuid_of(p, 'person');
  organisation uuid := guard.uuid_of(p, 'organisation');
BEGIN
  PERFORM guard.demand_role(actor, 'administrator');
  PERFORM guard.demand_person(person);
  PERFORM guard.demand_organisation(organisation);
  INSERT INTO ledger.membership (person_id, organisation_id, unit, entry_id)
    VALUES (person, organisation, coalesce(guard.optional_text_of(p, 'unit', 200), ''),
      guard.enter('add_membership', actor, 'password', ticket::text, payload, 'person', person::text));
END
$$;

-- An administrator gives seats; an officer may appoint an independent member for a controller's own
-- application, and says why ("evidence").
CREATE FUNCTION guard.grant_seat(ticket uuid, payload text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  actor uuid := guard.redeem(ticket, 'grant_seat', payload);
  p jsonb := guard.read_payload(payload);
  seat uuid := guard.uuid_of(p, 'seat');
  person uuid := guard.uuid_of(p, 'person');
  organisation uuid := guard.uuid_of(p, 'organisation');
  seat_kind text := guard.text_of(p, 'kind', 20);
  seat_unit text := coalesce(guard.optional_text_of(p, 'unit', 200), '');
BEGIN
  IF seat_kind = 'independent' THEN
    PERFORM guard.demand_role(actor, 'administrator', 'officer');
    PERFORM guard.text_of(p, 'evidence', 2000);
    PERFORM guard.demand(
      seat_unit <> '' AND NOT EXISTS (
        SELECT 1 FROM ledger.active_membership m
        WHERE m.person_id = person AND m.organisation_id = organisation AND m.unit = seat_unit),
      'DA003', 'Name the applying unit, and somebody who does not belong to it.');
  ELSE
    PERFORM guard.demand_role(actor, 'administrator');
  END IF;
  PERFORM guard.demand(actor <> person, 'DA003', 'Nobody gives a seat to themselves. Ask somebody else.');
  PERFORM guard.demand(seat_kind IN ('member', 'chair', 'signatory', 'independent'), 'DA012',
    'The seat must be member, chair, signatory or independent.');
  PERFORM guard.demand_person(person);
  PERFORM guard.demand_organisation(organisation);
  PERFORM guard.demand(NOT EXISTS (SELECT 1 FROM ledger.seat s WHERE s.id = seat), 'DA014', 'This seat was given already.');
  INSERT INTO ledger.seat (id, person_id, organisation_id, kind, unit, entry_id)
    VALUES (seat, person, organisation, seat_kind, seat_unit,
      guard.enter('grant_seat', actor, 'password', ticket::text, payload, 'person', person::text));
END
$$;

-- A new one-time link for somebody who forgot their secret. Returns its token.
CREATE FUNCTION guard.issue_reset(ticket uuid, payload text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  actor uuid := guard.redeem(ticket, 'issue_reset', payload);
  person uuid := guard.uuid_of(guard.read_payload(payload), 'person');
BEGIN
  PERFORM guard.demand_role(actor, 'administrator');
  PERFORM guard.demand_person(person);
  PERFORM guard.enter('issue_reset', actor, 'password', ticket::text, payload, 'person', person::text);
  RETURN guard.issue_token(person);
END
$$;

CREATE FUNCTION guard.end_seat(seat uuid, actor uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  holder uuid;
BEGIN
  SELECT s.person_id INTO holder FROM ledger.seat s WHERE s.id = seat;
  PERFORM guard.demand(holder IS NOT NULL, 'DA012', 'There is no such seat.');
  INSERT INTO ledger.seat_end (seat_id, entry_id)
    SELECT seat, guard.enter_closing('end_seat', actor, jsonb_build_object('seat', seat), 'person', holder::text)
    WHERE NOT EXISTS (SELECT 1 FROM ledger.seat_end e WHERE e.seat_id = seat)
    ON CONFLICT DO NOTHING;
END
$$;

CREATE FUNCTION guard.end_role(person uuid, role text, actor uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  entry bigint;
BEGIN
  entry := guard.enter_closing('end_role', actor, jsonb_build_object('person', person, 'role', role), 'person', person::text);
  INSERT INTO ledger.role_end (role_grant_entry_id, entry_id)
    SELECT g.entry_id, entry FROM ledger.role_grant g WHERE g.person_id = person AND g.role = end_role.role
    ON CONFLICT DO NOTHING;
END
$$;

CREATE FUNCTION guard.end_membership(person uuid, organisation uuid, unit text, actor uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  entry bigint;
BEGIN
  entry := guard.enter_closing('end_membership', actor,
    jsonb_build_object('person', person, 'organisation', organisation, 'unit', unit), 'person', person::text);
  INSERT INTO ledger.membership_end (membership_entry_id, entry_id)
    SELECT m.entry_id, entry FROM ledger.membership m
    WHERE m.person_id = person AND m.organisation_id = organisation AND m.unit = end_membership.unit
    ON CONFLICT DO NOTHING;
END
$$;

-- A leaver: sign-in, roles, seats, tickets, links and SDE roles end together, because all of them
-- count active people only.
CREATE FUNCTION guard.end_person(person uuid, actor uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  PERFORM guard.demand(EXISTS (SELECT 1 FROM ledger.person p WHERE p.id = person), 'DA012', 'There is no such person.');
  IF NOT EXISTS (SELECT 1 FROM ledger.person_end e WHERE e.person_id = person) THEN
    INSERT INTO ledger.person_end (person_id, entry_id)
      VALUES (person, guard.enter_closing('end_person', actor, jsonb_build_object('person', person), 'person', person::text))
      ON CONFLICT DO NOTHING;
  END IF;
  DELETE FROM guard.ticket t WHERE t.person_id = person AND t.used_at IS NULL;
  UPDATE guard.one_time_token t SET used_at = clock_timestamp() WHERE t.person_id = person AND t.used_at IS NULL;
END
$$;

GRANT USAGE ON SCHEMA guard TO did_owner;
GRANT EXECUTE ON FUNCTION guard.found(text) TO did_owner;
GRANT EXECUTE ON FUNCTION
  guard.register_organisation(uuid, text), guard.enrol(uuid, text), guard.grant_role(uuid, text),
  guard.add_membership(uuid, text), guard.grant_seat(uuid, text), guard.issue_reset(uuid, text),
  guard.end_seat(uuid, uuid), guard.end_role(uuid, text, uuid), guard.end_membership(uuid, uuid, text, uuid),
  guard.end_person(uuid, uuid)
TO did_app;

RESET ROLE;
