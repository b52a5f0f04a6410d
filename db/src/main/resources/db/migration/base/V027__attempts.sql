-- Wrong secrets are counted in sequences: a table's count is undone by ROLLBACK, a sequence's is not.
-- Each person has one for each door, whose value holds the time of the last counted attempt (epoch
-- seconds) and the number of attempts in a row: time * 1000 + number.
SET ROLE guard_def;

-- Puts the attempts on one person in order, so that parallel guesses are all counted.
CREATE TABLE guard.attempt_lock (
  person_id uuid PRIMARY KEY
);

CREATE FUNCTION guard.attempt_sequence(person uuid, door text) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN format('guard.attempt_%s_%s', CASE door WHEN 'sign-in' THEN 'signin' WHEN 'authorise' THEN 'authorise' END,
  replace(person::text, '-', ''));

CREATE FUNCTION guard.open_attempt_counters(person uuid) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  door text;
BEGIN
  INSERT INTO guard.attempt_lock VALUES (person);
  FOREACH door IN ARRAY ARRAY['sign-in', 'authorise'] LOOP
    EXECUTE format('CREATE SEQUENCE %s MINVALUE 0 START 0', guard.attempt_sequence(person, door));
  END LOOP;
END
$$;

-- Counts one attempt before the secret is looked at, and returns null; or, where there were too many
-- in a row, counts nothing and returns the end of the lock-out (15 minutes after the last one).
-- The row lock is taken in a subtransaction that is undone, so that nobody can hold it.
CREATE FUNCTION guard.count_attempt(person uuid, door text) RETURNS timestamptz
LANGUAGE plpgsql AS $$
DECLARE
  most CONSTANT integer := 10;
  lock_out CONSTANT interval := '15 minutes';
  counter text := guard.attempt_sequence(person, door);
  stored bigint;
  attempts bigint;
  locked_until timestamptz;
BEGIN
  BEGIN
    PERFORM 1 FROM guard.attempt_lock l WHERE l.person_id = person FOR UPDATE;
    EXECUTE format('SELECT last_value FROM %s', counter) INTO stored;
    attempts := CASE WHEN to_timestamp(stored / 1000) + lock_out > clock_timestamp() THEN stored % 1000 ELSE 0 END;
    IF attempts >= most THEN
      locked_until := to_timestamp(stored / 1000) + lock_out;
    ELSE
      PERFORM setval(counter::regclass, extract(epoch FROM clock_timestamp())::bigint * 1000 + attempts + 1);
    END IF;
    RAISE EXCEPTION USING ERRCODE = 'DA099', MESSAGE = 'gives the row lock back';
  EXCEPTION WHEN SQLSTATE 'DA099' THEN
    NULL;
  END;
  RETURN locked_until;
END
$$;

-- The end of a person's lock-out, or null, without counting anything.
CREATE FUNCTION guard.locked_until(person uuid, door text) RETURNS timestamptz
LANGUAGE plpgsql AS $$
DECLARE
  stored bigint;
  until timestamptz;
BEGIN
  EXECUTE format('SELECT last_value FROM %s', guard.attempt_sequence(person, door)) INTO stored;
  until := to_timestamp(stored / 1000) + interval '15 minutes';
  RETURN CASE WHEN stored % 1000 >= 10 AND until > clock_timestamp() THEN until END;
END
$$;

CREATE FUNCTION guard.forget_attempts(person uuid, door text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM setval(guard.attempt_sequence(person, door)::regclass, 0);
END
$$;

RESET ROLE;
