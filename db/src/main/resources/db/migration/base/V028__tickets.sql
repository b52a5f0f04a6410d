-- An act that opens something needs the person. A ticket is the proof that the database itself saw
-- the right secret: for one person, one act and one exact text, once, within five minutes.
SET ROLE guard_def;

CREATE TABLE guard.ticket (
  id             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id      uuid NOT NULL,
  act            text NOT NULL,
  payload_sha256 text NOT NULL,
  issued_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  issued_in      xid8 NOT NULL DEFAULT pg_current_xact_id(),
  used_at        timestamptz
);
CREATE INDEX ticket_person ON guard.ticket (person_id) WHERE used_at IS NULL;

-- The person behind a login whose secret this is, or null. Counts the attempt first. A login that is
-- unknown costs the same time as a wrong secret.
CREATE FUNCTION guard.person_by_secret(login text, secret text) RETURNS uuid
LANGUAGE plpgsql AS $$
DECLARE
  person uuid;
  stored text;
  until timestamptz;
BEGIN
  SELECT p.person_id INTO person FROM ledger.active_person p WHERE p.login = lower(person_by_secret.login);
  IF person IS NOT NULL THEN
    until := guard.count_attempt(person, 'authorise');
    PERFORM guard.demand(until IS NULL, 'DA013',
      'Too many wrong secrets. Wait a quarter of an hour, or ask an administrator for a reset.');
    SELECT s.secret_hash INTO stored FROM ledger.secret s WHERE s.person_id = person ORDER BY s.entry_id DESC LIMIT 1;
  END IF;
  stored := coalesce(stored, '$2a$10$7EqJtq98hPqEX7fNZaFWoOhi5X8XUYVQCF0SRnXd9lNLwMCjpDPyu');
  IF extension.crypt(coalesce(secret, ''), stored) = stored AND person IS NOT NULL THEN
    PERFORM guard.forget_attempts(person, 'authorise');
    RETURN person;
  END IF;
  RETURN NULL;
END
$$;

-- Returns a ticket, or null where the secret is wrong. Called in a transaction of its own.
CREATE FUNCTION guard.authorise(login text, secret text, act text, payload_sha256 text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  person uuid;
  new_ticket uuid;
BEGIN
  PERFORM guard.demand(payload_sha256 ~ '^[0-9a-f]{64}$', 'DA012', 'The digest must be 64 hexadecimal digits.');
  PERFORM guard.demand(length(act) BETWEEN 1 AND 60, 'DA012', 'The act must have a name.');
  person := guard.person_by_secret(login, secret);
  IF person IS NOT NULL THEN
    INSERT INTO guard.ticket (person_id, act, payload_sha256)
      VALUES (person, authorise.act, authorise.payload_sha256) RETURNING id INTO new_ticket;
  END IF;
  RETURN new_ticket;
END
$$;

-- An older snapshot still sees a seat that has ended and an agreement that was suspended since.
CREATE FUNCTION guard.demand_read_committed() RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM guard.demand(current_setting('transaction_isolation') = 'read committed', 'DA015',
    'The transaction must be READ COMMITTED, so that it sees what was closed a moment ago.');
END
$$;

-- Uses a ticket up and returns its person. It must have been committed before: an attempt that is
-- rolled back together with its act would leave no trace.
CREATE FUNCTION guard.redeem(ticket uuid, act text, payload text) RETURNS uuid
LANGUAGE plpgsql AS $$
DECLARE
  person uuid;
BEGIN
  PERFORM guard.demand_read_committed();
  UPDATE guard.ticket t SET used_at = clock_timestamp()
    WHERE t.id = redeem.ticket AND t.used_at IS NULL AND t.act = redeem.act
      AND t.payload_sha256 = guard.sha256_hex(redeem.payload)
      AND t.issued_at > clock_timestamp() - interval '5 minutes'
      AND t.issued_in <> pg_current_xact_id()
    RETURNING t.person_id INTO person;
  PERFORM guard.demand(
    person IS NOT NULL AND EXISTS (SELECT 1 FROM ledger.active_person p WHERE p.person_id = person),
    'DA001', 'This authorisation is not valid for this act and text, is used up or too old. Confirm again with your secret.');
  RETURN person;
END
$$;

GRANT EXECUTE ON FUNCTION guard.authorise(text, text, text, text) TO did_app;

RESET ROLE;
