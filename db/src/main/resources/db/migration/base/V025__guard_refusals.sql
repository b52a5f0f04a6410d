-- How the guard says no, and how it reads what it is given. A refusal has a stable code (ERRCODE
-- DA001 to DA015) and a message of a code word and a sentence that says what to do.
SET ROLE guard_def;

CREATE FUNCTION guard.refuse(code text, sentence text) RETURNS void
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
  END, sentence);
END
$$;

-- Refuses unless the condition is true. A condition that is null is refused too: what cannot be
-- shown to hold does not hold.
CREATE FUNCTION guard.demand(condition boolean, code text, sentence text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF condition IS NOT TRUE THEN
    PERFORM guard.refuse(code, sentence);
  END IF;
END
$$;

-- Today in London, by the clock and not by the transaction's start: an open transaction freezes
-- current_date, and a session's TimeZone moves it.
CREATE FUNCTION guard.today() RETURNS date
LANGUAGE sql VOLATILE
RETURN (clock_timestamp() AT TIME ZONE 'Europe/London')::date;

CREATE FUNCTION guard.sha256_hex(content text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT
RETURN encode(sha256(convert_to(content, 'UTF8')), 'hex');

-- A payload is one JSON object. Two readings of one text must not differ, so a repeated key is refused.
CREATE FUNCTION guard.read_payload(payload text) RETURNS jsonb
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM guard.demand(octet_length(payload) <= 1000000 AND payload IS JSON OBJECT WITH UNIQUE KEYS,
    'DA012', 'The payload is not a JSON object with unique keys of at most 1,000,000 bytes.');
  RETURN payload::jsonb;
END
$$;

CREATE FUNCTION guard.text_of(item jsonb, key text, max_length integer) RETURNS text
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM guard.demand(
    jsonb_typeof(item -> key) = 'string' AND length(item ->> key) BETWEEN 1 AND max_length,
    'DA012', format('"%s" must be a text of 1 to %s characters.', key, max_length));
  RETURN item ->> key;
END
$$;

CREATE FUNCTION guard.optional_text_of(item jsonb, key text, max_length integer) RETURNS text
LANGUAGE plpgsql AS $$
BEGIN
  RETURN CASE WHEN coalesce(item ->> key, '') <> '' THEN guard.text_of(item, key, max_length) END;
END
$$;

CREATE FUNCTION guard.uuid_of(item jsonb, key text) RETURNS uuid
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM guard.demand(pg_input_is_valid(item ->> key, 'uuid'), 'DA012', format('"%s" must be an id (UUID).', key));
  RETURN (item ->> key)::uuid;
END
$$;

CREATE FUNCTION guard.date_of(item jsonb, key text) RETURNS date
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM guard.demand(
    (item ->> key) ~ '^\d{4}-\d{2}-\d{2}$' AND pg_input_is_valid(item ->> key, 'date'),
    'DA012', format('"%s" must be a date such as 2026-04-01.', key));
  RETURN (item ->> key)::date;
END
$$;

-- The elements of a list; a missing list is empty.
CREATE FUNCTION guard.list_of(item jsonb, key text) RETURNS SETOF jsonb
LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(jsonb_typeof(item -> key), 'null') = 'null' THEN
    RETURN;
  END IF;
  PERFORM guard.demand(jsonb_typeof(item -> key) = 'array', 'DA012', format('"%s" must be a list.', key));
  RETURN QUERY SELECT jsonb_array_elements(item -> key);
END
$$;

CREATE FUNCTION guard.uuids_of(item jsonb, key text) RETURNS uuid[]
LANGUAGE plpgsql AS $$
BEGIN
  RETURN ARRAY(
    SELECT guard.uuid_of(jsonb_build_object(key, element), key) FROM guard.list_of(item, key) AS element);
END
$$;

RESET ROLE;
