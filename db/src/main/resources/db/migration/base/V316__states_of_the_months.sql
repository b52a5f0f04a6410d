-- A run reads its months one after the other, and the source may change meanwhile: a record that is corrected into
-- another month would leave twice or not at all, and people who are grouped anew would have two tokens in one
-- package. So each month says how often its rows were changed. Whoever reads a month notes its number first, and
-- reads again whatever has another number when all months are read.
SET LOCAL ROLE guard_source;

CREATE TABLE source.month_state (
  month date PRIMARY KEY CHECK (extract(day FROM month) = 1),
  state bigint NOT NULL
);
COMMENT ON TABLE source.month_state IS 'how often the rows of a month were changed; no row where they never were';
GRANT SELECT ON source.month_state TO guard_def, did_auditor;

-- As before; and the month's number grows in the same transaction.
CREATE OR REPLACE FUNCTION source.forget_packed() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  -- Whoever packs a month at this moment is waited for, and what it packed is seen and taken away: both ask for
  -- this lock, and for an isolation that sees what was committed since the transaction began.
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'Rows of the source are changed in a read committed transaction.' USING ERRCODE = '25001';
  END IF;
  LOCK TABLE source.submission IN SHARE ROW EXCLUSIVE MODE;
  IF TG_OP = 'TRUNCATE' THEN
    DELETE FROM source.packed_event;
    UPDATE source.month_state s SET state = s.state + 1;
  ELSE
    WITH months AS (SELECT DISTINCT date_trunc('month', c.test_date::timestamp)::date AS month FROM changed c),
    forgotten AS (DELETE FROM source.packed_event p USING months m WHERE p.month = m.month)
    INSERT INTO source.month_state AS s (month, state) SELECT m.month, 1 FROM months m
    ON CONFLICT (month) DO UPDATE SET state = s.state + 1;
  END IF;
  RETURN NULL;
END
$$;
RESET ROLE;

SET ROLE guard_def;

-- The months of a run and their numbers. What is read by one statement is of one moment by itself.
CREATE FUNCTION guard.month_states(run uuid, run_token text) RETURNS TABLE (partition_month date, state bigint)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET TimeZone = 'UTC'
SET DateStyle = 'ISO, YMD'
SET IntervalStyle = 'postgres'
SET bytea_output = 'hex'
SET extra_float_digits = 1
SET standard_conforming_strings = on
SET transform_null_equals = off
SET row_security = off
AS $$
DECLARE
  approved guard.selection;
  numbers jsonb;
BEGIN
  PERFORM guard.demand_token(run, run_token);
  approved := guard.demand_releasable_now(run);
  -- Numbers first: a month that changes between the two has an old number, and is read again.
  IF guard.level_of(approved) <> 'aggregate' AND guard.bridged(approved) IS NULL THEN
    SELECT jsonb_object_agg(s.month, s.state) INTO numbers FROM source.month_state s
    WHERE s.month BETWEEN date_trunc('month', approved.period_from::timestamp) AND approved.period_to;
  END IF;
  RETURN QUERY SELECT p.partition_month, coalesce((numbers ->> p.partition_month::text)::bigint, 0)
    FROM guard.release_partitions(run, run_token) p;
END
$$;
REVOKE ALL ON FUNCTION guard.month_states(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.month_states(uuid, text) TO did_release;

RESET ROLE;
