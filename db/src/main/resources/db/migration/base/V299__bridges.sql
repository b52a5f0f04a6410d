-- Two agreements' tokens never link by themselves. A bridge is a table of person tokens under both, side by side:
-- an application of its own, whose linkage names the two agreements, so that every controller decides on exactly that,
-- and a release of its own with everything that a release needs.
SET ROLE guard_def;

-- The references of the agreements that a selection bridges; null where it bridges none.
CREATE FUNCTION guard.bridged(approved guard.selection) RETURNS text[]
LANGUAGE sql IMMUTABLE
RETURN CASE WHEN starts_with(approved.fixed[5], 'linkage=bridge:') THEN string_to_array(substr(approved.fixed[5], 16), '+') END;

-- What the two agreements must be, now and for this recipient. Both are of the bridge's own data set: its controllers,
-- all of whom approved the bridge, are the controllers of both.
CREATE FUNCTION guard.demand_bridge(approved guard.selection) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  names text[] := guard.bridged(approved);
  name text;
  other uuid;
  theirs guard.selection;
BEGIN
  IF names IS NULL THEN
    RETURN;
  END IF;
  PERFORM guard.demand(
    guard.level_of(approved) = 'row-level' AND guard.access_of(approved) = 'extract' AND approved.refresh = 'once'
      AND approved.fields = ARRAY['PERSON_ID'] AND cardinality(approved.filters) = 0,
    'DA012', 'A bridge has person tokens alone: at row level, as an extract, once, and without filters.');
  PERFORM guard.demand(cardinality(names) = 2 AND names[1] <> names[2], 'DA012', 'A bridge joins two agreements.');
  FOREACH name IN ARRAY names LOOP
    SELECT a.id INTO other FROM ledger.agreement a WHERE a.reference = name;
    PERFORM guard.demand(other IS NOT NULL, 'DA012', format('There is no agreement %s to be bridged.', name));
    theirs := guard.demand_in_force(other);
    PERFORM guard.demand(
      guard.data_set_of(theirs) = guard.data_set_of(approved) AND guard.version_of(theirs) = guard.version_of(approved)
        AND guard.level_of(theirs) = 'row-level' AND guard.access_of(theirs) = 'extract' AND 'PERSON_ID' = ANY (theirs.fields),
      'DA012', format('Agreement %s gives no person tokens that a bridge could join.', name));
    PERFORM guard.demand(approved.recipients <@ theirs.recipients, 'DA010',
      format('Whoever receives a bridge receives the data of both agreements, and not all of them receive those of %s.', name));
  END LOOP;
END
$$;

CREATE OR REPLACE FUNCTION guard.demand_openable(approved guard.selection) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM guard.demand(
    guard.level_of(approved) = 'row-level'
      OR NOT EXISTS (SELECT 1 FROM guard.columns_for(approved) c WHERE c.column_name IN ('person_ref', 'record_ref')),
    'DA012', 'Counts by a token would be rows: an aggregate approval with a token opens nothing.');
  PERFORM guard.demand_bridge(approved);
END
$$;

-- As before; a bridge has the person twice, once for the tokens of each agreement.
CREATE OR REPLACE FUNCTION guard.columns_for(approved guard.selection)
  RETURNS TABLE ("position" integer, field_code text, column_name text, sql_type text, label_kind text, source_column text)
LANGUAGE sql AS $$
  SELECT row_number() OVER (ORDER BY c.field_code COLLATE "C")::integer, c.field_code,
    CASE WHEN c.column_expression IN ('person_ref', 'record_ref') THEN c.column_expression ELSE lower(c.field_code) END,
    c.sql_type, c.label_kind, c.column_expression
  FROM ledger.field_column c
  WHERE c.data_set = guard.data_set_of(approved) AND c.version = guard.version_of(approved)
    AND c.field_code = ANY (approved.fields) AND guard.bridged(approved) IS NULL
  UNION ALL
  SELECT cardinality(approved.fields) + 1, 'STUDY_ID', 'study_id', 'text', NULL, 'study_id'
  WHERE guard.is_of_cohort(approved) AND guard.level_of(approved) = 'row-level'
  UNION ALL
  SELECT side, 'PERSON_ID_' || side, CASE side WHEN 1 THEN 'first_ref' ELSE 'second_ref' END, 'bytea', NULL, 'person_ref'
  FROM generate_series(1, 2) AS side WHERE guard.bridged(approved) IS NOT NULL
$$;

-- Which agreement's key gives which column's tokens.
CREATE FUNCTION guard.bridge_of(run uuid, run_token text) RETURNS TABLE (column_name text, agreement_id uuid, reference text)
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
  names text[];
BEGIN
  PERFORM guard.demand_token(run, run_token);
  names := guard.bridged(guard.demand_releasable_now(run));
  RETURN QUERY SELECT CASE a.reference WHEN names[1] THEN 'first_ref' ELSE 'second_ref' END, a.id, a.reference
    FROM ledger.agreement a WHERE a.reference = ANY (names) ORDER BY 1;
END
$$;
REVOKE ALL ON FUNCTION guard.bridge_of(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.bridge_of(uuid, text) TO did_release;

RESET ROLE;

-- The people who have rows in both agreements' data, in the days of the bridge: each once, in one table.
CREATE FUNCTION guard.build_released_bridge(
  run uuid, first_day date, last_day date, one_from date, one_to date, one_filters jsonb,
  other_from date, other_to date, other_filters jsonb, upheld boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET lock_timeout = '2s'
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
  people CONSTANT text := 'SELECT e.person_ref FROM source.did_event e '
    'WHERE (SELECT guard.may_read(%L::uuid)) AND e.test_date >= %L::date AND e.test_date <= %L::date%s';
BEGIN
  DROP VIEW IF EXISTS pg_temp.released;
  EXECUTE format(
    'CREATE TEMPORARY VIEW released WITH (security_barrier) AS '
    'SELECT p.person_ref AS record_ref, p.person_ref AS first_ref, p.person_ref AS second_ref, %L::date AS partition_month '
    'FROM (%s INTERSECT %s) p',
    date_trunc('month', first_day::timestamp)::date,
    format(people, run, greatest(first_day, one_from), least(last_day, one_to), guard.row_condition(one_filters, upheld)),
    format(people, run, greatest(first_day, other_from), least(last_day, other_to), guard.row_condition(other_filters, upheld)));
  GRANT SELECT ON pg_temp.released TO did_release;
END
$$;
ALTER FUNCTION guard.build_released_bridge(uuid, date, date, date, date, jsonb, date, date, jsonb, boolean) OWNER TO guard_reader;
REVOKE ALL ON FUNCTION guard.build_released_bridge(uuid, date, date, date, date, jsonb, date, date, jsonb, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.build_released_bridge(uuid, date, date, date, date, jsonb, date, date, jsonb, boolean) TO guard_def;

SET ROLE guard_def;

-- An objection that either agreement or the bridge itself upholds holds for the bridge.
CREATE FUNCTION guard.open_bridge(run uuid, approved guard.selection, upheld boolean) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  one ledger.agreement;
  other ledger.agreement;
  ones guard.selection;
  others guard.selection;
BEGIN
  SELECT * INTO one FROM ledger.agreement a WHERE a.reference = (guard.bridged(approved))[1];
  SELECT * INTO other FROM ledger.agreement a WHERE a.reference = (guard.bridged(approved))[2];
  ones := guard.selection_as_decided(one.selection_id, one.digest);
  others := guard.selection_as_decided(other.selection_id, other.digest);
  PERFORM guard.build_released_bridge(run, approved.period_from, approved.period_to,
    ones.period_from, ones.period_to, guard.filters_of(ones), others.period_from, others.period_to, guard.filters_of(others),
    upheld OR guard.upholds_objections(one.id) OR guard.upholds_objections(other.id));
END
$$;

-- As before; and a bridge opens as one.
CREATE OR REPLACE FUNCTION guard.open_release(run uuid, run_token text) RETURNS void
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
  codes text[];
  columns text[];
  names text[];
  types text[];
  filters jsonb;
  rule guard.disclosure_rule;
  cells bigint;
  upheld boolean;
BEGIN
  PERFORM guard.demand_read_committed();
  PERFORM guard.demand_token(run, run_token);
  approved := guard.demand_releasable_now(run);
  upheld := guard.demand_newest_objections(run);
  -- Noted before anything is read: a withdrawal that goes on at this moment is waited for.
  INSERT INTO guard.open_session (run_id, pid, backend_start) VALUES (run, pg_backend_pid(), guard.session_began());
  SELECT array_agg(c.field_code ORDER BY c.position), array_agg(c.source_column ORDER BY c.position),
      array_agg(c.column_name ORDER BY c.position), array_agg(c.sql_type ORDER BY c.position)
    INTO codes, columns, names, types
    FROM guard.columns_for(approved) c;
  filters := guard.filters_of(approved);
  IF guard.bridged(approved) IS NOT NULL THEN
    PERFORM guard.open_bridge(run, approved, upheld);
  ELSIF guard.level_of(approved) = 'aggregate' THEN
    SELECT * INTO STRICT rule FROM guard.disclosure_rule r WHERE r.route = guard.access_of(approved);
    cells := guard.build_released_counts(run, codes, columns, names, types, approved.period_from, approved.period_to, filters,
      upheld, rule.smallest, rule.round_to);
    PERFORM guard.demand(cells <= 1000000, 'DA012',
      'The approved fields make more than a million different counts. Approve fewer or coarser ones.');
  ELSE
    IF 'record_ref' <> ALL (names) THEN
      columns := columns || 'record_ref'::text;
      names := names || 'record_ref'::text;
    END IF;
    PERFORM guard.build_released_view(run, columns, names, approved.period_from, approved.period_to, filters, upheld);
  END IF;
END
$$;

-- As before; a bridge has no months either.
CREATE OR REPLACE FUNCTION guard.release_partitions(run uuid, run_token text) RETURNS TABLE (partition_month date)
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
  IF guard.level_of(approved) = 'aggregate' OR guard.bridged(approved) IS NOT NULL THEN
    RETURN QUERY SELECT date_trunc('month', approved.period_from::timestamp)::date
      WHERE EXISTS (SELECT 1 FROM guard.months_with_rows(approved.period_from, approved.period_to));
  ELSE
    RETURN QUERY SELECT guard.months_with_rows(approved.period_from, approved.period_to);
  END IF;
END
$$;

-- As before; a bridge holds nothing about anybody that could be laid beside other rows.
CREATE OR REPLACE FUNCTION guard.held_by_recipient(run uuid) RETURNS SETOF ledger.release_order
LANGUAGE sql AS $$
  SELECT DISTINCT ON (h.agreement_id, h.digest) h.*
  FROM ledger.release_order o
  JOIN ledger.release_order h ON h.recipient_organisation_id = o.recipient_organisation_id AND h.run_id <> o.run_id
  JOIN ledger.release_publication p ON p.run_id = h.run_id
  WHERE o.run_id = run AND h.kind = 'extract'
    AND NOT EXISTS (SELECT 1 FROM (VALUES (o.selection_id), (h.selection_id)) AS s (id)
      WHERE strpos(guard.selection_text(s.id), E'\nlinkage=bridge:') > 0)
  ORDER BY h.agreement_id, h.digest, h.at DESC, h.run_id
$$;

RESET ROLE;
