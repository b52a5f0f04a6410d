-- The smallest group of a release is one of people, also where no token tells them apart: twelve examinations of one
-- person are a group of one. The release login does not see who a row is about, so the guard counts.
CREATE FUNCTION guard.count_groups(
  columns text[], first_day date, last_day date, filters jsonb, upheld boolean, OUT smallest bigint, OUT small bigint)
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
BEGIN
  EXECUTE format(
      'SELECT min(people), count(*) FILTER (WHERE people < 10) FROM ('
      '  SELECT count(DISTINCT e.person_ref) AS people FROM %s e WHERE e.test_date BETWEEN $1 AND $2%s GROUP BY %s) groups',
      guard.rows_read(upheld), guard.row_condition(filters),
      (SELECT string_agg(format('e.%I', c), ', ' ORDER BY c) FROM unnest(columns) AS c))
    INTO smallest, small USING first_day, last_day;
END
$$;
ALTER FUNCTION guard.count_groups(text[], date, date, jsonb, boolean) OWNER TO guard_reader;
REVOKE ALL ON FUNCTION guard.count_groups(text[], date, date, jsonb, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.count_groups(text[], date, date, jsonb, boolean) TO guard_def;

SET ROLE guard_def;

-- People in the smallest group that a run's quasi-identifiers form, and how many groups have fewer than ten; nulls where
-- it shows none. These are the columns by which releases are compared.
CREATE FUNCTION guard.groups_of(run uuid, run_token text, OUT smallest bigint, OUT small bigint)
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
  quasi text[];
BEGIN
  PERFORM guard.demand_token(run, run_token);
  approved := guard.demand_releasable_now(run);
  PERFORM guard.demand(guard.level_of(approved) = 'row-level', 'DA012', 'Counts are groups already.');
  quasi := guard.quasi_identifiers(approved);
  IF cardinality(quasi) > 0 THEN
    SELECT g.smallest, g.small INTO smallest, small FROM guard.count_groups(
      quasi, approved.period_from, approved.period_to, guard.filters_of(approved), guard.demand_newest_objections(run)) g;
  END IF;
END
$$;
REVOKE ALL ON FUNCTION guard.groups_of(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.groups_of(uuid, text) TO did_release;

RESET ROLE;
