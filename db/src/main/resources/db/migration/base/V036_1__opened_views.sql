-- Opening a run: everything is checked, then exactly the approved rows stand in one session's view.
SET ROLE guard_def;

-- Who opened what: one row an opening, in a session told apart by process id and start (a process id
-- alone is used again). The sequence counts openings that were rolled back, too.
CREATE TABLE guard.open_session (
  opening       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  run_id        uuid NOT NULL,
  pid           integer NOT NULL,
  backend_start timestamptz NOT NULL,
  opened_at     timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX open_session_pid ON guard.open_session (pid, backend_start);
GRANT SELECT ON guard.open_session TO did_auditor;

-- A run stands until it is published or recalled, and for thirty days at most. Its order must have
-- been committed by an earlier transaction, or BEGIN; order; open; COPY; ROLLBACK would leave no trace.
CREATE FUNCTION guard.demand_run_stands(run uuid) RETURNS ledger.release_order
LANGUAGE plpgsql AS $$
DECLARE
  o ledger.release_order;
BEGIN
  SELECT * INTO o FROM ledger.release_order x WHERE x.run_id = run;
  PERFORM guard.demand(o.run_id IS NOT NULL, 'DA001', 'There is no such run, or its token is another one.');
  PERFORM guard.demand(o.recorded_in IS DISTINCT FROM pg_current_xact_id_if_assigned(), 'DA015',
    'A run is opened by a later transaction than the one that ordered it.');
  PERFORM guard.demand(NOT EXISTS (SELECT 1 FROM ledger.release_recall r WHERE r.run_id = run), 'DA008', 'The run was recalled.');
  PERFORM guard.demand(NOT EXISTS (SELECT 1 FROM ledger.release_publication r WHERE r.run_id = run), 'DA014',
    'The run is published already.');
  PERFORM guard.demand(o.at > clock_timestamp() - interval '30 days', 'DA008', 'The run is older than thirty days. Order a new one.');
  RETURN o;
END
$$;

-- Looks whether somebody closes the agreement at this moment. The lock is given back at once, by
-- undoing the subtransaction: held to the end of a COPY it would make the suspension wait for it.
CREATE FUNCTION guard.demand_gate_free(agreement uuid) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM guard.gate g WHERE g.agreement_id = agreement FOR SHARE NOWAIT;
  RAISE EXCEPTION USING ERRCODE = 'DA099', MESSAGE = 'gives the lock back';
EXCEPTION
  WHEN SQLSTATE 'DA099' THEN
    NULL;
  WHEN lock_not_available THEN
    PERFORM guard.refuse('DA008', 'The agreement is being closed at this moment.');
END
$$;

-- All of design rule "no approval, no bytes", for one run: used to open, to read and to publish.
CREATE FUNCTION guard.demand_releasable_now(run uuid) RETURNS guard.selection
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
  PERFORM guard.demand(guard.level_of(approved) = 'row-level' AND guard.access_of(approved) = o.kind, 'DA005',
    'Another level or way of access was approved.');
  PERFORM guard.demand_recipient(o.agreement_id, approved, o.recipient_organisation_id, o.recipient_key, o.kind);
  RETURN approved;
END
$$;

CREATE FUNCTION guard.demand_token(run uuid, run_token text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM guard.demand(
    EXISTS (SELECT 1 FROM ledger.release_order o
      WHERE o.run_id = run AND o.run_token_sha256 = guard.sha256_hex(run_token)),
    'DA001', 'There is no such run, or its token is another one.');
END
$$;

RESET ROLE;

-- When this session began. Owned by guard_signal: without pg_read_all_stats the start reads as null.
CREATE FUNCTION guard.session_began() RETURNS timestamptz
LANGUAGE sql SECURITY DEFINER AS $$
  SELECT a.backend_start FROM pg_stat_get_activity(pg_backend_pid()) a
$$;
ALTER FUNCTION guard.session_began() OWNER TO guard_signal;
REVOKE ALL ON FUNCTION guard.session_began() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.session_began() TO guard_def;

SET ROLE guard_def;

-- The scalar check in the barrier's condition: true, or a refusal. Checked anew by every query.
CREATE FUNCTION guard.may_read(run uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  PERFORM guard.demand(
    EXISTS (SELECT 1 FROM guard.open_session s
      WHERE s.run_id = run AND s.pid = pg_backend_pid() AND s.backend_start = guard.session_began()),
    'DA015', 'This session has not opened the run.');
  PERFORM guard.demand_releasable_now(run);
  RETURN true;
END
$$;

-- The approved fields as columns, in the order of their codes.
CREATE FUNCTION guard.columns_for(approved guard.selection)
  RETURNS TABLE ("position" integer, field_code text, column_name text, sql_type text, label_kind text, source_column text)
LANGUAGE sql AS $$
  SELECT row_number() OVER (ORDER BY c.field_code COLLATE "C")::integer, c.field_code,
    CASE WHEN c.column_expression IN ('person_ref', 'record_ref') THEN c.column_expression ELSE lower(c.field_code) END,
    c.sql_type, c.label_kind, c.column_expression
  FROM ledger.field_column c
  WHERE c.data_set = guard.data_set_of(approved) AND c.version = guard.version_of(approved)
    AND c.field_code = ANY (approved.fields)
$$;

RESET ROLE;

-- Makes the view, owned by guard_reader, whose rights it reads with. One arm a month, so that a
-- reader who asks for one month makes the planner drop the others; partition_month says which.
-- A value that was escaped in the canonical text matches no code, and so no row.
CREATE FUNCTION guard.build_released_view(
  run uuid, columns text[], names text[], first_day date, last_day date, filters jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET lock_timeout = '2s' AS $$
DECLARE
  list text;
  condition text;
  arms text;
BEGIN
  SELECT string_agg(format('e.%I AS %I', c, n), ', ' ORDER BY position) INTO list
    FROM unnest(columns, names) WITH ORDINALITY AS t(c, n, position);
  SELECT coalesce(string_agg(format(' AND e.%I::text = ANY (%L::text[])', key,
      ARRAY(SELECT jsonb_array_elements_text(value))), ''), '') INTO condition
    FROM jsonb_each(filters);
  SELECT string_agg(format(
      'SELECT %s, %L::date AS partition_month FROM source.did_event e '
      'WHERE (SELECT guard.may_read(%L::uuid)) AND e.test_date >= %L::date AND e.test_date <= %L::date%s',
      list, month::date, run, greatest(month::date, first_day),
      least((month + interval '1 month - 1 day')::date, last_day), condition), ' UNION ALL ' ORDER BY month)
    INTO arms
    FROM generate_series(date_trunc('month', first_day::timestamp), last_day::timestamp, interval '1 month') AS month;
  DROP VIEW IF EXISTS pg_temp.released;
  EXECUTE 'CREATE TEMPORARY VIEW released WITH (security_barrier) AS ' || arms;
  GRANT SELECT ON pg_temp.released TO did_release;
END
$$;
ALTER FUNCTION guard.build_released_view(uuid, text[], text[], date, date, jsonb) OWNER TO guard_reader;

-- The months of a period that hold any row at all.
CREATE FUNCTION guard.months_with_rows(first_day date, last_day date) RETURNS SETOF date
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  RETURN QUERY SELECT month::date
  FROM generate_series(date_trunc('month', first_day::timestamp), last_day::timestamp, interval '1 month') AS month
  WHERE EXISTS (SELECT 1 FROM source.did_event e
    WHERE e.test_date >= greatest(month::date, first_day)
      AND e.test_date <= least((month + interval '1 month - 1 day')::date, last_day))
  ORDER BY month;
END
$$;
ALTER FUNCTION guard.months_with_rows(date, date) OWNER TO guard_reader;
REVOKE ALL ON FUNCTION guard.build_released_view(uuid, text[], text[], date, date, jsonb),
  guard.months_with_rows(date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.build_released_view(uuid, text[], text[], date, date, jsonb),
  guard.months_with_rows(date, date) TO guard_def;
GRANT USAGE ON SCHEMA guard TO guard_reader;

SET ROLE guard_def;

-- Opens exactly the approved columns, period and filters, for this run and this session.
-- No row goes into the audit trail here: its chain would stay locked while the rows are copied. The
-- order stands there, and guard.open_session has each opening.
CREATE FUNCTION guard.open_release(run uuid, run_token text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  approved guard.selection;
  columns text[];
  names text[];
  filters jsonb;
BEGIN
  PERFORM guard.demand_read_committed();
  PERFORM guard.demand_token(run, run_token);
  approved := guard.demand_releasable_now(run);
  SELECT array_agg(c.source_column ORDER BY c.position), array_agg(c.column_name ORDER BY c.position) INTO columns, names
    FROM guard.columns_for(approved) c;
  IF 'record_ref' <> ALL (names) THEN
    columns := columns || 'record_ref'::text;
    names := names || 'record_ref'::text;
  END IF;
  SELECT coalesce(jsonb_object_agg(m.column_expression, v.allowed), '{}') INTO filters
    FROM (SELECT split_part(f, '=', 1) AS kind, jsonb_agg(substr(f, strpos(f, '=') + 1)) AS allowed
      FROM unnest(approved.filters) AS f GROUP BY 1) v
    JOIN ledger.filter_meaning m ON m.kind = v.kind AND m.data_set = guard.data_set_of(approved)
      AND m.version = guard.version_of(approved);
  PERFORM guard.build_released_view(run, columns, names, approved.period_from, approved.period_to, filters);
  INSERT INTO guard.open_session (run_id, pid, backend_start) VALUES (run, pg_backend_pid(), guard.session_began());
END
$$;

CREATE FUNCTION guard.release_columns(run uuid, run_token text)
  RETURNS TABLE ("position" integer, field_code text, column_name text, sql_type text, label_kind text)
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  PERFORM guard.demand_token(run, run_token);
  RETURN QUERY SELECT c.position, c.field_code, c.column_name, c.sql_type, c.label_kind
    FROM guard.columns_for(guard.demand_releasable_now(run)) c ORDER BY c.position;
END
$$;

CREATE FUNCTION guard.release_partitions(run uuid, run_token text) RETURNS TABLE (partition_month date)
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  approved guard.selection;
BEGIN
  PERFORM guard.demand_token(run, run_token);
  approved := guard.demand_releasable_now(run);
  RETURN QUERY SELECT guard.months_with_rows(approved.period_from, approved.period_to);
END
$$;

GRANT EXECUTE ON FUNCTION guard.open_release(uuid, text), guard.may_read(uuid), guard.release_columns(uuid, text),
  guard.release_partitions(uuid, text) TO did_release;

RESET ROLE;
