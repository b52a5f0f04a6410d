-- Secrets: set by a one-time link, changed with the old one, checked at sign-in.
SET ROLE guard_def;

CREATE TABLE guard.one_time_token (
  token_sha256 text PRIMARY KEY,
  person_id    uuid NOT NULL,
  expires_at   timestamptz NOT NULL,
  used_at      timestamptz
);

-- A fresh link for a person; earlier unused ones stop working. Only its digest is kept.
CREATE FUNCTION guard.issue_token(person uuid) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
  token text := encode(extension.gen_random_bytes(32), 'hex');
BEGIN
  UPDATE guard.one_time_token t SET used_at = clock_timestamp() WHERE t.person_id = person AND t.used_at IS NULL;
  INSERT INTO guard.one_time_token (token_sha256, person_id, expires_at)
    VALUES (guard.sha256_hex(token), person, clock_timestamp() + interval '7 days');
  RETURN token;
END
$$;

-- bcrypt looks at 72 bytes only: a longer secret would be cut without a word.
CREATE FUNCTION guard.store_secret(person uuid, new_secret text, act text, method text, evidence text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  entry bigint;
BEGIN
  PERFORM guard.demand(length(new_secret) >= 12 AND octet_length(new_secret) <= 72, 'DA012',
    'Choose a password of 12 to 72 characters.');
  entry := guard.enter(act, person, method, evidence, json_build_object('person', person)::text, 'person', person::text);
  INSERT INTO ledger.secret (person_id, secret_hash, entry_id)
    VALUES (person, extension.crypt(new_secret, extension.gen_salt('bf', 10)), entry);
  DELETE FROM guard.ticket t WHERE t.person_id = person AND t.used_at IS NULL;
  PERFORM guard.forget_attempts(person, 'sign-in');
  PERFORM guard.forget_attempts(person, 'authorise');
END
$$;

CREATE FUNCTION guard.set_secret(token text, new_secret text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  digest text := guard.sha256_hex(token);
  person uuid;
BEGIN
  UPDATE guard.one_time_token t SET used_at = clock_timestamp()
    WHERE t.token_sha256 = digest AND t.used_at IS NULL AND t.expires_at > clock_timestamp()
    RETURNING t.person_id INTO person;
  PERFORM guard.demand(person IS NOT NULL, 'DA001',
    'This link was used already or is too old. Ask an administrator for a new one.');
  PERFORM guard.demand_person(person);
  PERFORM guard.store_secret(person, new_secret, 'set_secret', 'one-time-link', digest);
  RETURN person;
END
$$;

-- Returns null where the old secret is wrong.
CREATE FUNCTION guard.change_secret(login text, old_secret text, new_secret text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  person uuid := guard.person_by_secret(login, old_secret);
BEGIN
  IF person IS NOT NULL THEN
    PERFORM guard.demand(new_secret <> old_secret, 'DA012', 'Choose a password that differs from the old one.');
    PERFORM guard.store_secret(person, new_secret, 'change_secret', 'password', NULL);
  END IF;
  RETURN person;
END
$$;

-- The hash to check a sign-in against. Each look counts as an attempt until sign_in_succeeded says
-- otherwise; no row for a login that is unknown, locked out or has left.
CREATE FUNCTION guard.sign_in(login text) RETURNS TABLE (secret_hash text)
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  person uuid;
BEGIN
  SELECT p.person_id INTO person FROM ledger.active_person p WHERE p.login = lower(sign_in.login);
  IF person IS NULL OR guard.count_attempt(person, 'sign-in') IS NOT NULL THEN
    RETURN;
  END IF;
  RETURN QUERY SELECT s.secret_hash FROM ledger.secret s WHERE s.person_id = person ORDER BY s.entry_id DESC LIMIT 1;
END
$$;

CREATE FUNCTION guard.sign_in_roles(login text) RETURNS TABLE (role text)
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  person uuid;
BEGIN
  SELECT p.person_id INTO person FROM ledger.active_person p WHERE p.login = lower(sign_in_roles.login);
  RETURN QUERY
    SELECT r.role FROM ledger.active_role r WHERE r.person_id = person
    UNION
    SELECT CASE s.kind WHEN 'signatory' THEN 'signatory' ELSE 'panel' END
    FROM ledger.active_seat s WHERE s.person_id = person
    UNION
    SELECT 'researcher' WHERE person IS NOT NULL;
END
$$;

CREATE FUNCTION guard.sign_in_succeeded(login text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  person uuid;
BEGIN
  SELECT p.person_id INTO person FROM ledger.active_person p WHERE p.login = lower(sign_in_succeeded.login);
  IF person IS NOT NULL AND guard.locked_until(person, 'sign-in') IS NULL THEN
    PERFORM guard.forget_attempts(person, 'sign-in');
  END IF;
  RETURN person;
END
$$;

CREATE FUNCTION guard.sign_in_state(login text)
  RETURNS TABLE (person_id uuid, state text, until timestamptz)
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
    locked;
END
$$;

GRANT EXECUTE ON FUNCTION guard.set_secret(text, text), guard.change_secret(text, text, text) TO did_app;
GRANT EXECUTE ON FUNCTION guard.sign_in(text), guard.sign_in_roles(text), guard.sign_in_succeeded(text),
  guard.sign_in_state(text) TO did_auth;

RESET ROLE;
