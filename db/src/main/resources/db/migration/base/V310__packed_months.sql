-- The months of the source once more, packed by columns: some two thousand rows stand in one row of
-- source.packed_event, and each of its columns holds that column's values one after the other. Reading
-- nineteen of fifty columns of a whole month costs the database a tenth of what it costs row by row.
--
--   source.packed_event               as source.did_event: every row that counts, by what follows
--     source.packed_event_unopposed   nobody objects
--     source.packed_event_objecting   somebody does
--
-- A column of a block begins with a letter for its form; numbers have their first byte first.
--   s  smallint, 2 bytes each      d  date, 4 bytes each: days from 2000-01-01
--   l  bigint, 8 bytes each        r  reference, 16 bytes each
--   t  text in UTF-8, a byte 00 after each
-- No value is the smallest number of the form, and for a text the one byte ff.
--
-- A month is packed whole or not at all. Whatever changes a row of it takes its blocks away in the same
-- transaction, so that a block never says anything else than the rows. Months without blocks are read by rows.
SET LOCAL ROLE guard_source;

-- The columns that are packed: those that may be approved.
CREATE FUNCTION source.packed_columns() RETURNS TABLE ("position" smallint, name text, type text, needed boolean)
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
  SELECT a.attnum, a.attname::text, format_type(a.atttypid, a.atttypmod), a.attnotnull FROM pg_attribute a
  WHERE a.attrelid = 'source.did_event'::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attname <> 'objecting'
$$;
REVOKE ALL ON FUNCTION source.packed_columns() FROM PUBLIC;

CREATE TABLE source.packed_event (
  objecting boolean NOT NULL,
  month     date NOT NULL CHECK (extract(day FROM month) = 1),
  block     integer NOT NULL,
  row_count integer NOT NULL CHECK (row_count > 0),
  PRIMARY KEY (month, objecting, block)
) PARTITION BY LIST (objecting);
DO $$
DECLARE
  own text[];
BEGIN
  SELECT array_agg(quote_ident(c.name) ORDER BY c.position) INTO own FROM source.packed_columns() c;
  EXECUTE 'ALTER TABLE source.packed_event ' || (SELECT string_agg(format('ADD COLUMN %s bytea NOT NULL', c), ', ') FROM unnest(own) AS c);
  -- What looks like chance is not made smaller by trying.
  EXECUTE 'ALTER TABLE source.packed_event ALTER COLUMN person_ref SET STORAGE EXTERNAL, ALTER COLUMN record_ref SET STORAGE EXTERNAL';
  CREATE TABLE source.packed_event_unopposed PARTITION OF source.packed_event FOR VALUES IN (false);
  CREATE TABLE source.packed_event_objecting PARTITION OF source.packed_event FOR VALUES IN (true);
  -- As of the rows: every column but the one that says who objects.
  EXECUTE format(
    'GRANT SELECT (month, block, row_count, %s) ON source.packed_event, source.packed_event_unopposed, '
    'source.packed_event_objecting TO guard_reader', array_to_string(own, ', '));
END
$$;

CREATE FUNCTION source.forget_packed() RETURNS trigger
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
  ELSE
    DELETE FROM source.packed_event p
    WHERE p.month IN (SELECT DISTINCT date_trunc('month', c.test_date::timestamp)::date FROM changed c);
  END IF;
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION source.forget_packed() FROM PUBLIC;

-- A statement's triggers are those of the table that it names: they stand on the rows as a whole, on each side and
-- on each month. A month that is dropped or detached by hand takes no block away: TRUNCATE it first.
CREATE FUNCTION source.watch_rows(watched text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  kind record;
BEGIN
  FOR kind IN
    SELECT * FROM (VALUES
      ('forget_added', 'INSERT', 'REFERENCING NEW TABLE AS changed'),
      ('forget_changed', 'UPDATE', 'REFERENCING OLD TABLE AS changed'),
      ('forget_changed_into', 'UPDATE', 'REFERENCING NEW TABLE AS changed'),
      ('forget_removed', 'DELETE', 'REFERENCING OLD TABLE AS changed'),
      ('forget_all', 'TRUNCATE', '')) AS k (name, act, rows)
  LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER %s ON source.%I %s FOR EACH STATEMENT EXECUTE FUNCTION source.forget_packed()',
      kind.name, kind.act, watched, kind.rows);
    EXECUTE format('ALTER TABLE source.%I ENABLE ALWAYS TRIGGER %I', watched, kind.name);
  END LOOP;
END
$$;
REVOKE ALL ON FUNCTION source.watch_rows(text) FROM PUBLIC;
SELECT source.watch_rows(c.relname) FROM pg_class c
WHERE c.oid IN (SELECT relid FROM pg_partition_tree('source.did_event'));

-- As before; and the month is watched.
CREATE OR REPLACE FUNCTION source.add_month(side text, beginning text, month date) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
SET DateStyle = 'ISO, YMD'
AS $$
DECLARE
  name text := beginning || to_char(month, 'YYYY_MM');
BEGIN
  IF to_regclass(format('source.%I', name)) IS NULL THEN
    EXECUTE format('CREATE TABLE source.%I (LIKE source.%I INCLUDING ALL)', name, side);
    EXECUTE format('ALTER TABLE source.%I ATTACH PARTITION source.%I FOR VALUES FROM (%L) TO (%L)',
      side, name, month, (month + interval '1 month')::date);
    PERFORM source.watch_rows(name);
  END IF;
END
$$;

-- The months that hold rows and no blocks, the latest first: they are asked for most.
CREATE FUNCTION source.unpacked_months() RETURNS SETOF date
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET DateStyle = 'ISO, YMD'
AS $$
DECLARE
  month date;
BEGIN
  FOR month IN
    SELECT m FROM pg_inherits i CROSS JOIN LATERAL to_date(right(i.inhrelid::regclass::text, 7), 'YYYY_MM') AS m
    WHERE i.inhparent = 'source.did_event_unopposed'::regclass
      AND NOT EXISTS (SELECT FROM source.packed_event p WHERE p.month = m)
    ORDER BY m DESC
  LOOP
    IF EXISTS (SELECT FROM source.did_event e
        WHERE e.test_date >= month AND e.test_date <= (month + interval '1 month - 1 day')::date) THEN
      RETURN NEXT month;
    END IF;
  END LOOP;
END
$$;

-- How the values of a column are put together, as the head of this file says.
CREATE FUNCTION source.packed_values(name text, type text, needed boolean) RETURNS text
LANGUAGE sql
SET search_path = pg_catalog, pg_temp
AS $$
  SELECT format(CASE WHEN needed THEN '%1$L::bytea || string_agg(%2$s, %3$L::bytea) || %3$L::bytea'
                     ELSE '%1$L::bytea || string_agg(coalesce(%2$s, %4$L::bytea), %3$L::bytea) || %3$L::bytea' END,
    f.letter, format(f.bytes, name), f.after, f.none)
  FROM (VALUES
    ('smallint', 's', 'int2send(e.%I)', '', '\x8000'),
    ('date', 'd', 'date_send(e.%I)', '', '\x80000000'),
    ('bigint', 'l', 'int8send(e.%I)', '', '\x8000000000000000'),
    ('bytea', 'r', 'e.%I', '', '\x00000000000000000000000000000000'),
    ('text', 't', 'textsend(e.%I)', '\x00', '\xff')) AS f (type, letter, bytes, "after", "none")
  WHERE f.type = packed_values.type
$$;

-- Packs one month, both sides, and gives the number of its rows; null where the source is being changed at this
-- moment, which is not waited for.
CREATE FUNCTION source.pack_month(month date) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET DateStyle = 'ISO, YMD'
SET bytea_output = 'hex'
SET standard_conforming_strings = on
SET client_encoding = 'UTF8'
AS $$
DECLARE
  pages_of_a_block CONSTANT integer := 64;
  side record;
  names text;
  packed text;
  unclear text;
  is_unclear boolean;
  total bigint;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'A month is packed in a read committed transaction.' USING ERRCODE = '25001';
  END IF;
  -- Said before anything is read: what a constraint says of a row that it refuses has the row's values in it.
  IF (month = date_trunc('month', month::timestamp)::date) IS NOT TRUE
    OR to_regclass('source.did_event_' || to_char(month, 'YYYY_MM')) IS NULL THEN
    RAISE EXCEPTION 'A month is named by its first day, and must be one of the source.' USING ERRCODE = 'DS002';
  END IF;
  BEGIN
    LOCK TABLE source.submission IN SHARE ROW EXCLUSIVE MODE NOWAIT;
  EXCEPTION WHEN lock_not_available THEN
    RETURN NULL;
  END;
  DELETE FROM source.packed_event p WHERE p.month = pack_month.month;
  SELECT string_agg(quote_ident(c.name), ', ' ORDER BY c.position),
      string_agg(source.packed_values(c.name, c.type, c.needed), ', ' ORDER BY c.position)
    INTO names, packed
    FROM source.packed_columns() c;
  -- A value that is taken for none, a day without a year of four digits or a reference of another length
  -- would be read as something else.
  SELECT string_agg(format(CASE c.type
      WHEN 'smallint' THEN 'least(%1$s) = -32768'
      WHEN 'date' THEN 'least(%1$s) < ''0001-01-01'' OR greatest(%1$s) > ''9999-12-31'''
      WHEN 'bigint' THEN 'least(%1$s) = -9223372036854775808' END, c.names), ' OR ')
    INTO STRICT unclear
    FROM (
      SELECT p.type, string_agg(format('e.%I', p.name), ', ') AS names
      FROM source.packed_columns() p WHERE p.type IN ('smallint', 'date', 'bigint')
      GROUP BY 1) c;
  FOR side IN
    SELECT s.objecting, s.beginning || to_char(month, 'YYYY_MM') AS name
    FROM (VALUES (false, 'did_event_'), (true, 'did_event_objecting_')) AS s (objecting, beginning)
  LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM source.%I e '
        'WHERE %s OR octet_length(e.person_ref) <> 16 OR octet_length(e.record_ref) <> 16)', side.name, unclear)
      INTO is_unclear;
    IF is_unclear THEN
      RAISE EXCEPTION 'A row of % has a number, a day or a reference that no packed month can hold.',
        to_char(month, 'YYYY-MM') USING ERRCODE = 'DS002';
    END IF;
    EXECUTE format(
      'INSERT INTO source.packed_event (objecting, month, block, row_count, %s) '
      'SELECT %L, %L, b.* FROM generate_series(0, pg_relation_size(%L) / current_setting(''block_size'')::integer, %s) AS page '
      'CROSS JOIN LATERAL (SELECT page, count(*) AS n, %s FROM source.%I e '
      '  WHERE e.ctid >= format(''(%%s,0)'', page)::tid AND e.ctid < format(''(%%s,0)'', page + %s)::tid) b '
      'WHERE b.n > 0',
      names, side.objecting, month, 'source.' || quote_ident(side.name), pages_of_a_block, packed, side.name, pages_of_a_block);
  END LOOP;
  SELECT coalesce(sum(p.row_count), 0) INTO total FROM source.packed_event p WHERE p.month = pack_month.month;
  RETURN total;
END
$$;
REVOKE ALL ON FUNCTION source.unpacked_months(), source.packed_values(text, text, boolean), source.pack_month(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION source.unpacked_months(), source.pack_month(date) TO did_loader;

RESET ROLE;

SET ROLE guard_def;

-- Where blocks are read: as rows are.
CREATE FUNCTION guard.blocks_read(upheld boolean) RETURNS text
LANGUAGE sql AS $$
  SELECT CASE WHEN upheld THEN 'source.packed_event_unopposed' ELSE 'source.packed_event' END
$$;
REVOKE ALL ON FUNCTION guard.blocks_read(boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.blocks_read(boolean) TO guard_reader;

RESET ROLE;

-- As before; and where every row of a month may leave, the month's blocks may be read in place of its rows, of
-- the same columns and under the same condition. A choice among rows is made among rows alone.
CREATE OR REPLACE FUNCTION guard.build_released_view(
  run uuid, columns text[], names text[], first_day date, last_day date, filters jsonb, upheld boolean) RETURNS void
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
  list text;
  rows text := guard.rows_read(upheld) || ' e';
  condition text := guard.row_condition(filters);
  arms text;
BEGIN
  IF 'study_id' = ANY (columns) THEN
    rows := rows || format(' JOIN source.cohort_member c ON c.selection_id = %L::uuid AND c.person_ref = e.person_ref',
      filters -> 'cohort' ->> 0);
  END IF;
  SELECT string_agg(format(CASE WHEN c = 'study_id' THEN 'c.%I AS %I' ELSE 'e.%I AS %I' END, c, n), ', ' ORDER BY position)
    INTO list FROM unnest(columns, names) WITH ORDINALITY AS t(c, n, position);
  SELECT string_agg(format(
      'SELECT %s, %L::date AS partition_month FROM %s '
      'WHERE (SELECT guard.may_read(%L::uuid)) AND e.test_date >= %L::date AND e.test_date <= %L::date%s',
      list, month::date, rows, run, greatest(month::date, first_day),
      least((month + interval '1 month - 1 day')::date, last_day), condition), ' UNION ALL ' ORDER BY month)
    INTO arms
    FROM generate_series(date_trunc('month', first_day::timestamp), last_day::timestamp, interval '1 month') AS month;
  DROP VIEW IF EXISTS pg_temp.released;
  EXECUTE 'CREATE TEMPORARY VIEW released WITH (security_barrier) AS ' || arms;
  GRANT SELECT ON pg_temp.released TO did_release;
  IF filters = '{}' AND 'study_id' <> ALL (columns) THEN
    SELECT string_agg(format(
        'SELECT %s, e.row_count, %L::date AS partition_month FROM %s e WHERE (SELECT guard.may_read(%L::uuid)) AND e.month = %L::date',
        list, month::date, guard.blocks_read(upheld), run, month::date), ' UNION ALL ' ORDER BY month)
      INTO arms
      FROM generate_series(date_trunc('month', first_day::timestamp), last_day::timestamp, interval '1 month') AS month
      WHERE month::date >= first_day AND (month + interval '1 month - 1 day')::date <= last_day;
    IF arms IS NOT NULL THEN
      EXECUTE 'CREATE TEMPORARY VIEW released_blocks WITH (security_barrier) AS ' || arms;
      GRANT SELECT ON pg_temp.released_blocks TO did_release;
    END IF;
  END IF;
END
$$;

-- What an earlier opening left in the session, whatever it was of.
CREATE FUNCTION guard.take_blocks_away() RETURNS void
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
BEGIN
  DROP VIEW IF EXISTS pg_temp.released_blocks;
END
$$;
ALTER FUNCTION guard.take_blocks_away() OWNER TO guard_reader;
REVOKE ALL ON FUNCTION guard.take_blocks_away() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.take_blocks_away() TO guard_def;

SET ROLE guard_def;

-- As before; and no blocks of an earlier opening stay.
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
  PERFORM guard.take_blocks_away();
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

RESET ROLE;
