-- A bridge upholds the objections that its own agreement or either of those that it joins upholds. It did so where
-- it was opened alone: its order noted no list, a newer one did not stop it, and its proof named the ground of its own
-- agreement. One function answers for all of them now.
SET ROLE guard_def;

-- Whether a run upholds objections: its agreement, or one that it bridges.
CREATE FUNCTION guard.upholds_for_run(run uuid) RETURNS boolean
LANGUAGE sql AS $$
  SELECT bool_or(guard.upholds_objections(a.id))
  FROM ledger.release_order o
  JOIN ledger.agreement a ON a.id = o.agreement_id
    OR a.reference = ANY (guard.bridged(guard.selection_as_decided(o.selection_id, o.digest)))
  WHERE o.run_id = run
$$;
REVOKE ALL ON FUNCTION guard.upholds_for_run(uuid) FROM PUBLIC;

-- As before, for all agreements of the run.
CREATE OR REPLACE FUNCTION guard.pin_objections(run uuid, agreement uuid) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  newest integer;
BEGIN
  IF guard.upholds_for_run(run) THEN
    SELECT max(l.id) INTO newest FROM source.objection_list l;
    PERFORM guard.demand(newest IS NOT NULL, 'DA008',
      'This agreement upholds patients'' objections, and no list of them was loaded. Load one first.');
    INSERT INTO ledger.run_objections (run_id, list_id) VALUES (run, newest);
  END IF;
END
$$;

CREATE OR REPLACE FUNCTION guard.demand_newest_objections(run uuid) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
  upheld boolean := guard.upholds_for_run(run);
BEGIN
  PERFORM guard.demand(
    NOT upheld OR EXISTS (SELECT 1 FROM ledger.run_objections r
      WHERE r.run_id = run AND r.list_id = (SELECT max(l.id) FROM source.objection_list l)), 'DA008',
    'A newer list of patients'' objections came after it was ordered. Cancel it and order it anew.');
  RETURN upheld;
END
$$;

-- What a bridge reads of one of its agreements: its approved values, in the days that the bridge and it share.
CREATE FUNCTION guard.side_of_bridge(approved guard.selection, side integer,
  OUT first_day date, OUT last_day date, OUT filters jsonb)
LANGUAGE plpgsql AS $$
DECLARE
  theirs guard.selection;
BEGIN
  SELECT (guard.selection_as_decided(a.selection_id, a.digest)).* INTO theirs
    FROM ledger.agreement a WHERE a.reference = (guard.bridged(approved))[side];
  first_day := greatest(approved.period_from, theirs.period_from);
  last_day := least(approved.period_to, theirs.period_to);
  filters := guard.filters_of(theirs);
END
$$;
REVOKE ALL ON FUNCTION guard.side_of_bridge(guard.selection, integer) FROM PUBLIC;

CREATE OR REPLACE FUNCTION guard.open_bridge(run uuid, approved guard.selection, upheld boolean) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  one record := guard.side_of_bridge(approved, 1);
  other record := guard.side_of_bridge(approved, 2);
BEGIN
  PERFORM guard.build_released_bridge(run, approved.period_from, approved.period_to,
    one.first_day, one.last_day, one.filters, other.first_day, other.last_day, other.filters, upheld);
END
$$;

RESET ROLE;

-- How many people a bridge leaves out for objections: they would be in it if nobody's were upheld.
CREATE FUNCTION guard.count_withheld_people(
  one_from date, one_to date, one_filters jsonb, other_from date, other_to date, other_filters jsonb) RETURNS bigint
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
  people CONSTANT text := '(SELECT e.person_ref FROM %1$s e WHERE e.test_date BETWEEN $1 AND $2%2$s INTERSECT '
    'SELECT e.person_ref FROM %1$s e WHERE e.test_date BETWEEN $3 AND $4%3$s)';
  withheld bigint;
BEGIN
  EXECUTE format('SELECT count(*) FROM (%s EXCEPT %s) p',
      format(people, guard.rows_read(false), guard.row_condition(one_filters), guard.row_condition(other_filters)),
      format(people, guard.rows_read(true), guard.row_condition(one_filters), guard.row_condition(other_filters)))
    INTO withheld USING one_from, one_to, other_from, other_to;
  RETURN withheld;
END
$$;
ALTER FUNCTION guard.count_withheld_people(date, date, jsonb, date, date, jsonb) OWNER TO guard_reader;
REVOKE ALL ON FUNCTION guard.count_withheld_people(date, date, jsonb, date, date, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.count_withheld_people(date, date, jsonb, date, date, jsonb) TO guard_def;

SET ROLE guard_def;

-- How many rows of a release were left out for objections. A row of a bridge is a person.
CREATE FUNCTION guard.withheld_of(approved guard.selection) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  one record;
  other record;
BEGIN
  IF guard.bridged(approved) IS NULL THEN
    RETURN guard.count_withheld(approved.period_from, approved.period_to, guard.filters_of(approved));
  END IF;
  one := guard.side_of_bridge(approved, 1);
  other := guard.side_of_bridge(approved, 2);
  RETURN guard.count_withheld_people(
    one.first_day, one.last_day, one.filters, other.first_day, other.last_day, other.filters);
END
$$;
REVOKE ALL ON FUNCTION guard.withheld_of(guard.selection) FROM PUBLIC;

-- As before; a bridge tells how many people it leaves out.
CREATE OR REPLACE FUNCTION guard.objections_of(run uuid, run_token text)
  RETURNS TABLE (ground text, list_id integer, as_of date, withheld_rows bigint)
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
  IF guard.demand_newest_objections(run) THEN
    RETURN QUERY SELECT NULL::text, l.id, l.as_of, guard.withheld_of(approved)
      FROM ledger.run_objections r JOIN source.objection_list l ON l.id = r.list_id WHERE r.run_id = run;
  ELSE
    RETURN QUERY SELECT x.ground, NULL::integer, NULL::date, 0::bigint
      FROM ledger.agreement_objections x JOIN ledger.release_order o ON o.agreement_id = x.agreement_id
      WHERE o.run_id = run;
  END IF;
END
$$;

RESET ROLE;
