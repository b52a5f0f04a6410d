-- An aggregate approval opens counts by the approved fields, and never a row. The disclosure rule of
-- the route is applied here, below everything that could leave it out: the release login sees a count
-- only after it was suppressed or rounded.
SET ROLE guard_def;

-- The rule of each way out. Counts from 1 to smallest - 1 are suppressed, others rounded.
CREATE TABLE guard.disclosure_rule (
  route    text PRIMARY KEY CHECK (route IN ('extract', 'sde')),
  smallest integer NOT NULL CHECK (smallest > 1),
  round_to integer NOT NULL CHECK (round_to > 0),
  source   text NOT NULL
);
INSERT INTO guard.disclosure_rule VALUES
  ('extract', 8, 5, 'Counts as in published hospital statistics: 1 to 7 suppressed, others to the nearest 5.'),
  ('sde', 10, 5, 'Outputs of the Secure Data Environment: under 10 suppressed, others to the nearest 5.');
GRANT SELECT ON guard.disclosure_rule TO did_app, did_auditor;

-- Tokens tell rows apart, so counts by them would be rows.
CREATE FUNCTION guard.demand_openable(approved guard.selection) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM guard.demand(
    guard.level_of(approved) = 'row-level'
      OR NOT EXISTS (SELECT 1 FROM guard.columns_for(approved) c WHERE c.column_name IN ('person_ref', 'record_ref')),
    'DA012', 'Counts by a token would be rows: an aggregate approval with a token opens nothing.');
END
$$;

CREATE OR REPLACE FUNCTION guard.demand_releasable_now(run uuid) RETURNS guard.selection
LANGUAGE plpgsql AS $$
DECLARE
  o ledger.release_order := guard.demand_run_stands(run);
  approved guard.selection;
BEGIN
  PERFORM guard.demand_read_committed();
  PERFORM guard.demand_gate_free(o.agreement_id);
  approved := guard.demand_in_force(o.agreement_id);
  PERFORM guard.demand(guard.sha256_hex(guard.selection_text(o.selection_id)) = o.digest, 'DA004',
    'The stored selection is not the one that was ordered.');
  PERFORM guard.demand(guard.access_of(approved) = o.kind, 'DA005', 'Another way of access was approved.');
  PERFORM guard.demand_openable(approved);
  PERFORM guard.demand_recipient(o.agreement_id, approved, o.recipient_organisation_id, o.recipient_key, o.kind);
  RETURN approved;
END
$$;

CREATE OR REPLACE FUNCTION guard.order_release(ticket uuid, payload text) RETURNS void
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
  actor uuid := guard.redeem(ticket, 'order_release', payload);
  p jsonb := guard.read_payload(payload);
  run uuid := guard.uuid_of(p, 'run');
  agreement uuid := guard.uuid_of(p, 'agreement');
  requester uuid := guard.uuid_of(p, 'requested_by');
  organisation uuid := guard.uuid_of(p, 'recipient_organisation');
  public_key text := guard.optional_text_of(p, 'recipient_key', 4000);
  order_kind text := guard.text_of(p, 'kind', 10);
  approved guard.selection;
BEGIN
  PERFORM guard.demand_role(actor, 'data-manager');
  approved := guard.demand_in_force(agreement);
  PERFORM guard.demand_openable(approved);
  PERFORM guard.demand(order_kind = guard.access_of(approved), 'DA005', 'The other way of access was approved, not this one.');
  PERFORM guard.demand_recipient(agreement, approved, organisation, public_key, order_kind);
  PERFORM guard.demand_person(requester);
  PERFORM guard.demand(requester = ANY (guard.interested_in(agreement)), 'DA002',
    'A release is requested by the applicant, a collaborator or a person named in the agreement.');
  PERFORM guard.demand(actor <> requester AND actor <> ALL (guard.interested_in(agreement)), 'DA003',
    'Whoever asks for a release or receives it cannot prepare it.');
  PERFORM guard.demand(actor <> ALL (guard.deciders_of(agreement)) AND requester <> ALL (guard.deciders_of(agreement)),
    'DA003', 'Whoever decided on the application can neither request nor prepare a release.');
  PERFORM guard.demand(NOT EXISTS (SELECT 1 FROM ledger.release_order o WHERE o.run_id = run), 'DA014',
    'This run is ordered already.');
  PERFORM guard.demand_not_released_yet(agreement, approved, organisation);
  INSERT INTO ledger.release_order (run_id, agreement_id, selection_id, digest, requested_by, prepared_by,
      recipient_organisation_id, recipient_key, run_token_sha256, kind, entry_id)
    SELECT run, agreement, a.selection_id, a.digest, requester, actor, organisation, public_key,
      guard.text_of(p, 'run_token_sha256', 64), order_kind,
      guard.enter('order_release', actor, 'password', ticket::text, payload, 'release', run::text)
    FROM ledger.agreement a WHERE a.id = agreement;
END
$$;

-- What leaves: the approved fields, and for counts the number of events and what a total is of.
CREATE FUNCTION guard.released_columns(approved guard.selection)
  RETURNS TABLE ("position" integer, field_code text, column_name text, sql_type text, label_kind text)
LANGUAGE sql AS $$
  SELECT c.position, c.field_code, c.column_name, c.sql_type, c.label_kind FROM guard.columns_for(approved) c
  UNION ALL
  SELECT 1000000 + x.position, x.code, lower(x.code), x.sql_type, NULL
  FROM (VALUES (1, 'EVENTS', 'bigint'), (2, 'TOTAL_OF', 'text')) AS x (position, code, sql_type)
  WHERE guard.level_of(approved) = 'aggregate'
$$;

RESET ROLE;

-- Counts the approved rows once and says how many counts there are. Makes the totals by each field and of all, suppresses and rounds.
--
-- Hidden at first are the counts below the smallest. Then, where exactly one member of a sum is
-- hidden, the sum would give it away: the smallest other member is hidden as well, a cell before a
-- total, until no sum has a single hidden member. The sums are: the cells of one value of a field
-- with their total, and the totals of a field with the total of all.
CREATE FUNCTION guard.build_released_counts(
  run uuid, codes text[], columns text[], names text[], types text[], first_day date, last_day date, filters jsonb,
  smallest integer, round_to integer) RETURNS bigint
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
  width integer := cardinality(columns);
  condition text;
  cells bigint;
  hidden_now bigint;
  hidden_more bigint;
BEGIN
  SELECT coalesce(string_agg(format(' AND e.%I::text = ANY (%L::text[])', key,
      ARRAY(SELECT jsonb_array_elements_text(value))), ''), '') INTO condition
    FROM jsonb_each(filters);
  DROP VIEW IF EXISTS pg_temp.released;
  DROP TABLE IF EXISTS pg_temp.counted;
  EXECUTE format(
    'CREATE TEMPORARY TABLE counted AS '
    'SELECT NULL::integer AS total_of, ARRAY[%s]::text[] AS key, g.n, g.n < %s AS hidden '
    'FROM (SELECT %s, count(*) AS n FROM source.did_event e '
    'WHERE e.test_date >= %L::date AND e.test_date <= %L::date%s GROUP BY %s) g',
    (SELECT string_agg(format('g.c%s::text', i), ', ' ORDER BY i) FROM generate_series(1, width) AS i),
    smallest,
    (SELECT string_agg(format('e.%I AS c%s', columns[i], i), ', ' ORDER BY i) FROM generate_series(1, width) AS i),
    first_day, last_day, condition,
    (SELECT string_agg(i::text, ', ' ORDER BY i) FROM generate_series(1, width) AS i));
  GET DIAGNOSTICS cells = ROW_COUNT;
  -- With one field a total by it would be the cell again.
  INSERT INTO pg_temp.counted
    SELECT t.field, ARRAY(SELECT CASE WHEN j = t.field THEN t.line END FROM generate_series(1, width) AS j ORDER BY j),
      t.n, t.n < smallest
    FROM (
      SELECT f.i AS field, c.key[f.i] AS line, sum(c.n) AS n
      FROM pg_temp.counted c CROSS JOIN generate_series(1, width) AS f (i)
      WHERE width > 1 GROUP BY 1, 2
    ) t;
  INSERT INTO pg_temp.counted
    SELECT 0, array_fill(NULL::text, ARRAY[width]), sum(c.n), sum(c.n) < smallest
    FROM pg_temp.counted c WHERE c.total_of IS NULL HAVING count(*) > 0;
  ALTER TABLE pg_temp.counted ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY;
  LOOP
    hidden_now := 0;
    FOR field IN 1 .. width LOOP
      UPDATE pg_temp.counted t SET hidden = true FROM (
        SELECT DISTINCT ON (x.sum_of, x.line) x.id
        FROM (
          SELECT m.*, count(*) FILTER (WHERE m.hidden) OVER (PARTITION BY m.sum_of, m.line) AS hidden_members
          FROM (
            SELECT c.id, c.n, c.hidden, c.key, 'value' AS sum_of, c.key[field] AS line, c.total_of IS NOT NULL AS is_total
            FROM pg_temp.counted c WHERE width > 1 AND (c.total_of IS NULL OR c.total_of = field)
            UNION ALL
            SELECT c.id, c.n, c.hidden, c.key, 'all', NULL, c.total_of = 0 IS TRUE
            FROM pg_temp.counted c WHERE c.total_of = 0 OR c.total_of = field OR (width = 1 AND c.total_of IS NULL)
          ) m
        ) x
        WHERE x.hidden_members = 1 AND NOT x.hidden
        ORDER BY x.sum_of, x.line, x.is_total, x.n, x.key
      ) picked
      WHERE t.id = picked.id;
      GET DIAGNOSTICS hidden_more = ROW_COUNT;
      hidden_now := hidden_now + hidden_more;
    END LOOP;
    EXIT WHEN hidden_now = 0;
  END LOOP;
  EXECUTE format(
    'CREATE TEMPORARY VIEW released WITH (security_barrier) AS SELECT %s, '
    'CASE WHEN NOT c.hidden THEN (round(c.n::numeric / %s) * %s)::bigint END AS events, '
    'CASE WHEN c.total_of = 0 THEN ''ALL'' ELSE (%L::text[])[c.total_of] END AS total_of, '
    'sha256(convert_to(coalesce(c.total_of::text, '''') || c.key::text, ''UTF8'')) AS record_ref, '
    '%L::date AS partition_month FROM pg_temp.counted c WHERE (SELECT guard.may_read(%L::uuid))',
    (SELECT string_agg(format('c.key[%s]::%s AS %I', i, types[i], names[i]), ', ' ORDER BY i)
      FROM generate_series(1, width) AS i),
    round_to, round_to, codes, date_trunc('month', first_day::timestamp)::date, run);
  GRANT SELECT ON pg_temp.released TO did_release;
  RETURN cells;
END
$$;
ALTER FUNCTION guard.build_released_counts(
  uuid, text[], text[], text[], text[], date, date, jsonb, integer, integer) OWNER TO guard_reader;
REVOKE ALL ON FUNCTION guard.build_released_counts(
  uuid, text[], text[], text[], text[], date, date, jsonb, integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.build_released_counts(
  uuid, text[], text[], text[], text[], date, date, jsonb, integer, integer) TO guard_def;

SET ROLE guard_def;

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
BEGIN
  PERFORM guard.demand_read_committed();
  PERFORM guard.demand_token(run, run_token);
  approved := guard.demand_releasable_now(run);
  SELECT array_agg(c.field_code ORDER BY c.position), array_agg(c.source_column ORDER BY c.position),
      array_agg(c.column_name ORDER BY c.position), array_agg(c.sql_type ORDER BY c.position)
    INTO codes, columns, names, types
    FROM guard.columns_for(approved) c;
  SELECT coalesce(jsonb_object_agg(m.column_expression, v.allowed), '{}') INTO filters
    FROM (SELECT split_part(f, '=', 1) AS kind, jsonb_agg(substr(f, strpos(f, '=') + 1)) AS allowed
      FROM unnest(approved.filters) AS f GROUP BY 1) v
    JOIN ledger.filter_meaning m ON m.kind = v.kind AND m.data_set = guard.data_set_of(approved)
      AND m.version = guard.version_of(approved);
  IF guard.level_of(approved) = 'aggregate' THEN
    SELECT * INTO STRICT rule FROM guard.disclosure_rule r WHERE r.route = guard.access_of(approved);
    cells := guard.build_released_counts(run, codes, columns, names, types, approved.period_from, approved.period_to, filters,
      rule.smallest, rule.round_to);
    PERFORM guard.demand(cells <= 1000000, 'DA012',
      'The approved fields make more than a million different counts. Approve fewer or coarser ones.');
  ELSE
    IF 'record_ref' <> ALL (names) THEN
      columns := columns || 'record_ref'::text;
      names := names || 'record_ref'::text;
    END IF;
    PERFORM guard.build_released_view(run, columns, names, approved.period_from, approved.period_to, filters);
  END IF;
  INSERT INTO guard.open_session (run_id, pid, backend_start) VALUES (run, pg_backend_pid(), guard.session_began());
END
$$;

CREATE OR REPLACE FUNCTION guard.release_columns(run uuid, run_token text)
  RETURNS TABLE ("position" integer, field_code text, column_name text, sql_type text, label_kind text)
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
  PERFORM guard.demand_token(run, run_token);
  RETURN QUERY SELECT c.position, c.field_code, c.column_name, c.sql_type, c.label_kind
    FROM guard.released_columns(guard.demand_releasable_now(run)) c ORDER BY c.position;
END
$$;

-- A month is a dimension that nobody approved: counts leave as one table, under the period's first month.
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
  IF guard.level_of(approved) = 'aggregate' THEN
    RETURN QUERY SELECT date_trunc('month', approved.period_from::timestamp)::date
      WHERE EXISTS (SELECT 1 FROM guard.months_with_rows(approved.period_from, approved.period_to));
  ELSE
    RETURN QUERY SELECT guard.months_with_rows(approved.period_from, approved.period_to);
  END IF;
END
$$;

RESET ROLE;
