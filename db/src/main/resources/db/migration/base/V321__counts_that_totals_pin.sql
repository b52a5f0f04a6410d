-- A total over hidden counts could give them away though two or more of them were hidden: twelve cells that hold
-- at least 1 each make 12 where the total is shown as 10, so that each is 1. Now every hidden count could be another
-- one. That is shown by a second table: what differs from the true one by at most a few cells, each by 1, and would
-- have been published the same. Where there is none the total that stands in the way is hidden as well.
SET ROLE guard_def;

-- Hides the smallest other member of every sum in which exactly one is hidden, a cell before a total, until there is
-- no such sum. The sums are: the cells of one value of a field with their total, and the totals of a field with the
-- total of all.
CREATE FUNCTION guard.hide_beside_lone_members(width integer) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  hidden_now bigint;
  hidden_more bigint;
BEGIN
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
END
$$;

-- Notes which way each count could go by one with nothing else to be seen: a shown one within its rounding, a hidden
-- cell as small, or as large, as the rule says that it is. Of a hidden total nobody can tell why it is hidden.
CREATE FUNCTION guard.note_ways(smallest integer, round_to integer) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  CREATE TEMPORARY TABLE way AS
    SELECT c.id, c.total_of, c.key, c.n, c.hidden,
      CASE WHEN c.hidden THEN c.total_of IS NOT NULL OR c.n <> smallest - 1
        ELSE round((c.n + 1)::numeric / round_to) = round(c.n::numeric / round_to) END AS up,
      CASE WHEN c.hidden THEN c.total_of IS NOT NULL OR c.n NOT IN (1, smallest)
        ELSE c.n > smallest AND round((c.n - 1)::numeric / round_to) = round(c.n::numeric / round_to) END AS down
    FROM pg_temp.counted c;
  ANALYZE pg_temp.way;
END
$$;

-- Notes of each cell, once for each field, how it could be another one although all that is shown stays:
--   alone      it changes by one, and its totals with it
--   by_line    it changes, and another cell with the same value of the field the other way: their total stays
--   by_all     it changes, and any other cell the other way: the total of all stays
--   by_both    of two fields: it changes, another cell keeps either total, and the total of all bears it or one more cell
--              keeps that
--   outwards   as by_all, with a cell of another value of the field, so that the field's total changes
CREATE FUNCTION guard.note_moves(width integer) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  everything record;
BEGIN
  SELECT w.up, w.down INTO everything FROM pg_temp.way w WHERE w.total_of = 0;
  CREATE TEMPORARY TABLE move AS
    WITH placed AS (
      SELECT c.id, c.hidden, f.i AS field, c.key[f.i] AS line, c.up, c.down, t.id AS total,
        coalesce(t.up, true) AS total_up, coalesce(t.down, true) AS total_down
      FROM pg_temp.way c CROSS JOIN generate_series(1, width) AS f (i)
      LEFT JOIN (SELECT w.id, w.total_of, w.key[w.total_of:w.total_of] AS key, w.up, w.down FROM pg_temp.way w WHERE w.total_of > 0) t
        ON t.total_of = f.i AND t.key = c.key[f.i:f.i]
      WHERE c.total_of IS NULL),
    blocked AS (
      SELECT p.*, count(*) FILTER (WHERE NOT p.total_up) OVER own AS up_blocks,
        count(*) FILTER (WHERE NOT p.total_down) OVER own AS down_blocks
      FROM placed p WINDOW own AS (PARTITION BY p.id)),
    able AS (
      SELECT b.*, b.up AND b.up_blocks = 0 AS up_free, b.down AND b.down_blocks = 0 AS down_free,
        b.up AND b.up_blocks = (NOT b.total_up)::integer AS up_here,
        b.down AND b.down_blocks = (NOT b.total_down)::integer AS down_here
      FROM blocked b),
    counted AS (
      SELECT a.*, count(*) FILTER (WHERE a.up_free) OVER every AS ups, count(*) FILTER (WHERE a.down_free) OVER every AS downs,
        count(*) FILTER (WHERE a.up_free) OVER same AS ups_in_line, count(*) FILTER (WHERE a.down_free) OVER same AS downs_in_line,
        count(*) FILTER (WHERE a.up_here) OVER same AS ups_here, count(*) FILTER (WHERE a.down_here) OVER same AS downs_here
      FROM able a WINDOW every AS (PARTITION BY a.field), same AS (PARTITION BY a.field, a.line)),
    kept AS (
      SELECT c.*, c.downs_here > c.down_here::integer AS kept_up, c.ups_here > c.up_here::integer AS kept_down FROM counted c)
    SELECT c.id, c.hidden, c.field, c.total, c.up, c.down, c.total_up, c.total_down,
      (c.up_free AND everything.up) OR (c.down_free AND everything.down) AS alone,
      width > 1 AND ((c.up_here AND c.kept_up) OR (c.down_here AND c.kept_down)) AS by_line,
      (c.up_free AND c.downs > c.down_free::integer) OR (c.down_free AND c.ups > c.up_free::integer) AS by_all,
      width = 2 AND (
        (c.up AND c.up_blocks = 2 AND bool_and(c.kept_up) OVER own AND (everything.down OR c.ups > 0))
        OR (c.down AND c.down_blocks = 2 AND bool_and(c.kept_down) OVER own AND (everything.up OR c.downs > 0))) AS by_both,
      (c.up_free AND c.downs > c.downs_in_line) OR (c.down_free AND c.ups > c.ups_in_line) AS outwards
    FROM kept c WINDOW own AS (PARTITION BY c.id);
  ANALYZE pg_temp.move;
END
$$;

-- Hidden counts, with the cells that give them away: a cell that could not be another one, and a total of which no
-- cell could change it.
CREATE FUNCTION guard.pinned_counts(width integer) RETURNS TABLE (id bigint, cell bigint)
LANGUAGE plpgsql AS $$
BEGIN
  RETURN QUERY SELECT m.id, m.id FROM pg_temp.move m WHERE m.hidden
  GROUP BY m.id HAVING NOT bool_or(m.alone OR m.by_line OR m.by_all OR m.by_both)
  UNION ALL
  SELECT t.id, m.id FROM pg_temp.way t
  JOIN (
    SELECT m.*, bool_or(m.changes) OVER (PARTITION BY m.total) AS can_change
    FROM (
      SELECT x.*, x.alone OR x.outwards
          OR (width = 2 AND count(*) FILTER (WHERE x.by_line) OVER (PARTITION BY x.id) > x.by_line::integer) AS changes
      FROM pg_temp.move x) m) m ON m.total = t.id
  WHERE t.hidden AND NOT m.can_change
  UNION ALL
  SELECT t.id, m.id FROM pg_temp.way t CROSS JOIN pg_temp.move m
  WHERE t.total_of = 0 AND t.hidden AND NOT EXISTS (SELECT FROM pg_temp.move x WHERE x.alone);
END
$$;

-- Hides, for each hidden count that could be no other one, the smallest shown total that holds it where it is; says
-- how many were hidden.
CREATE FUNCTION guard.hide_what_pins(width integer, smallest integer, round_to integer) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  hidden_more bigint;
BEGIN
  PERFORM guard.note_ways(smallest, round_to), guard.note_moves(width);
  UPDATE pg_temp.counted c SET hidden = true FROM (
    SELECT DISTINCT ON (p.id) t.id
    FROM guard.pinned_counts(width) p
    JOIN pg_temp.move m ON m.id = p.cell
    JOIN pg_temp.way t ON (t.id = m.total OR t.total_of = 0) AND NOT t.hidden AND ((m.up AND NOT t.up) OR (m.down AND NOT t.down))
    ORDER BY p.id, t.n, t.key) holding
  WHERE c.id = holding.id;
  GET DIAGNOSTICS hidden_more = ROW_COUNT;
  DROP TABLE pg_temp.way, pg_temp.move;
  RETURN hidden_more;
END
$$;

-- Hides until no sum has a single hidden member and every hidden count could be another one.
CREATE FUNCTION guard.hide_counts(width integer, smallest integer, round_to integer) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  LOOP
    PERFORM guard.hide_beside_lone_members(width);
    EXIT WHEN guard.hide_what_pins(width, smallest, round_to) = 0;
  END LOOP;
END
$$;

REVOKE ALL ON FUNCTION guard.hide_beside_lone_members(integer),
  guard.note_ways(integer, integer),
  guard.note_moves(integer),
  guard.pinned_counts(integer),
  guard.hide_what_pins(integer, integer, integer),
  guard.hide_counts(integer, integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.hide_beside_lone_members(integer),
  guard.note_ways(integer, integer),
  guard.note_moves(integer),
  guard.pinned_counts(integer),
  guard.hide_what_pins(integer, integer, integer),
  guard.hide_counts(integer, integer, integer) TO guard_reader;

RESET ROLE;

-- As before; what to hide is found by the functions above.
CREATE OR REPLACE FUNCTION guard.build_released_counts(
  run uuid, codes text[], columns text[], names text[], types text[], first_day date, last_day date, filters jsonb,
  upheld boolean, smallest integer, round_to integer) RETURNS bigint
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
  condition text := guard.row_condition(filters);
  cells bigint;
BEGIN
  DROP VIEW IF EXISTS pg_temp.released;
  DROP TABLE IF EXISTS pg_temp.counted;
  EXECUTE format(
    'CREATE TEMPORARY TABLE counted AS '
    'SELECT NULL::integer AS total_of, ARRAY[%s]::text[] AS key, g.n, g.n < %s AS hidden '
    'FROM (SELECT %s, count(*) AS n FROM %s e '
    'WHERE e.test_date >= %L::date AND e.test_date <= %L::date%s GROUP BY %s) g',
    (SELECT string_agg(format('g.c%s::text', i), ', ' ORDER BY i) FROM generate_series(1, width) AS i),
    smallest,
    (SELECT string_agg(format('e.%I AS c%s', columns[i], i), ', ' ORDER BY i) FROM generate_series(1, width) AS i),
    guard.rows_read(upheld), first_day, last_day, condition,
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
  PERFORM guard.hide_counts(width, smallest, round_to);
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
