-- What the source holds in each month of a release's period, whatever the filters leave out: the second
-- person sets the release's months beside it. Counted for a run that may be read now, and for no other.
CREATE FUNCTION guard.count_months(first_day date, last_day date)
  RETURNS TABLE (partition_month date, source_rows bigint)
LANGUAGE sql SECURITY DEFINER
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
  SELECT date_trunc('month', e.test_date::timestamp)::date, count(*) FROM source.did_event e
  WHERE e.test_date BETWEEN first_day AND last_day GROUP BY 1
$$;
ALTER FUNCTION guard.count_months(date, date) OWNER TO guard_reader;
REVOKE ALL ON FUNCTION guard.count_months(date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.count_months(date, date) TO guard_def;

SET ROLE guard_def;

CREATE FUNCTION guard.source_months(run uuid, run_token text) RETURNS TABLE (partition_month date, source_rows bigint)
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
BEGIN
  PERFORM guard.demand_token(run, run_token);
  approved := guard.demand_releasable_now(run);
  RETURN QUERY SELECT m.partition_month, m.source_rows
    FROM guard.count_months(approved.period_from, approved.period_to) m ORDER BY 1;
END
$$;
GRANT EXECUTE ON FUNCTION guard.source_months(uuid, text) TO did_release;

RESET ROLE;
