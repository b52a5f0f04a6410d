-- Every act of the guard leaves a ledger entry with the exact text that was authorised, and a row in
-- the audit trail that pins the entry by its digest (the trail holds nothing personal but the actor).
SET ROLE guard_def;

CREATE FUNCTION guard.enter(
  act text, actor uuid, method text, evidence text, payload text, chain_kind text, chain_id text) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  digest text := guard.sha256_hex(payload);
  new_id bigint;
BEGIN
  INSERT INTO ledger.entry (act, actor, method, evidence, payload, payload_sha256)
    VALUES (enter.act, enter.actor, enter.method, enter.evidence, enter.payload, digest)
    RETURNING id INTO new_id;
  PERFORM audit.append(chain_kind, chain_id, act, actor,
    json_build_object('entry', new_id, 'method', method, 'payload_sha256', digest)::text);
  RETURN new_id;
END
$$;

-- For an act that closes something. It must always work: if the audit trail cannot take its row
-- within two seconds the ledger's entry stands alone, and a warning says so.
CREATE FUNCTION guard.enter_closing(
  act text, actor uuid, payload jsonb, chain_kind text, chain_id text) RETURNS bigint
LANGUAGE plpgsql SET lock_timeout = '2s' AS $$
DECLARE
  new_id bigint;
BEGIN
  BEGIN
    new_id := guard.enter(act, actor, 'none', NULL, payload::text, chain_kind, chain_id);
  EXCEPTION WHEN OTHERS THEN
    RAISE WARNING 'the audit trail did not take "%" of % %: %', act, chain_kind, chain_id, SQLSTATE;
    INSERT INTO ledger.entry (act, actor, method, payload, payload_sha256)
      VALUES (enter_closing.act, enter_closing.actor, 'none', enter_closing.payload::text,
        guard.sha256_hex(enter_closing.payload::text))
      RETURNING id INTO new_id;
  END;
  RETURN new_id;
END
$$;

CREATE FUNCTION guard.has_role(person uuid, wanted text) RETURNS boolean
LANGUAGE plpgsql AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM ledger.active_role r WHERE r.person_id = person AND r.role = wanted);
END
$$;

CREATE FUNCTION guard.demand_role(person uuid, VARIADIC wanted text[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM guard.demand(
    EXISTS (SELECT 1 FROM ledger.active_role r WHERE r.person_id = person AND r.role = ANY (wanted)),
    'DA002', format('This needs the role %s.', array_to_string(wanted, ' or ')));
END
$$;

CREATE FUNCTION guard.demand_person(person uuid) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM guard.demand(EXISTS (SELECT 1 FROM ledger.active_person p WHERE p.person_id = person),
    'DA012', 'The person is unknown or has left.');
END
$$;

CREATE FUNCTION guard.demand_organisation(organisation uuid) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM guard.demand(EXISTS (SELECT 1 FROM ledger.organisation o WHERE o.id = organisation),
    'DA012', 'The organisation is not registered.');
END
$$;

RESET ROLE;
