-- The rows as they counted right after a submission was stored, whatever replaced, withdrew or regrouped them
-- since: every row knows what brought and what ended it, and every change of its person is kept.
SET LOCAL ROLE guard_source;

CREATE FUNCTION source.events_as_of(cut bigint) RETURNS SETOF source.did_event
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  stored_at timestamptz;
  plain text;
  as_it_was text;
BEGIN
  SELECT s.loaded_at INTO stored_at FROM source.submission_summary s WHERE s.id = cut;
  IF stored_at IS NULL THEN
    RAISE EXCEPTION 'There is no submission with this number.' USING ERRCODE = 'DS002';
  END IF;
  SELECT string_agg(format('e.%I', a.attname), ', ' ORDER BY a.attnum),
         string_agg(CASE a.attname WHEN 'person_ref' THEN 'coalesce(m.old_ref, r.person_ref)'
           ELSE format('r.%I', a.attname) END, ', ' ORDER BY a.attnum)
  INTO plain, as_it_was
  FROM pg_attribute a
  WHERE a.attrelid = 'source.did_event'::regclass AND a.attnum > 0 AND NOT a.attisdropped;
  RETURN QUERY EXECUTE format($q$
    WITH earlier AS (SELECT s.id FROM source.submission_summary s WHERE s.loaded_at <= $1),
    readable AS (
      SELECT %1$s, 'infinity'::timestamptz AS ended_at
      FROM source.did_event e WHERE e.submission_id IN (SELECT id FROM earlier)
      UNION ALL
      SELECT %1$s, coalesce(successor.loaded_at, w.withdrawn_at)
      FROM source.did_event_replaced e
      LEFT JOIN source.submission_summary successor ON successor.id = e.replaced_by
      LEFT JOIN source.withdrawal w ON w.submission_id = e.submission_id AND e.replaced_by IS NULL
      WHERE e.submission_id IN (SELECT id FROM earlier) AND coalesce(successor.loaded_at, w.withdrawn_at) > $1),
    change AS (
      SELECT c.record_ref, c.old_ref, CASE WHEN c.by_withdrawal THEN w.withdrawn_at ELSE s.loaded_at END AS changed_at
      FROM source.person_change c
      JOIN source.submission_summary s ON s.id = c.submission_id
      LEFT JOIN source.withdrawal w ON w.submission_id = c.submission_id),
    moved AS (
      SELECT DISTINCT ON (r.record_ref, r.submission_id) r.record_ref, r.submission_id, c.old_ref
      FROM readable r JOIN change c ON c.record_ref = r.record_ref AND c.changed_at > $1 AND c.changed_at < r.ended_at
      ORDER BY r.record_ref, r.submission_id, c.changed_at)
    SELECT %2$s FROM readable r LEFT JOIN moved m USING (record_ref, submission_id)$q$, plain, as_it_was)
    USING stored_at;
END
$$;

-- Counts alone: who looks after the source sees what it held, and nothing about a patient. Whose a row was
-- makes no difference to them, so that only dates are read.
CREATE FUNCTION source.months_as_of(cut bigint) RETURNS TABLE (month date, row_count bigint)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET TimeZone = 'UTC'
AS $$
  WITH cut AS (SELECT s.loaded_at FROM source.submission s WHERE s.id = months_as_of.cut),
  earlier AS (SELECT s.id FROM source.submission s, cut WHERE s.loaded_at <= cut.loaded_at)
  SELECT date_trunc('month', readable.test_date::timestamp)::date, count(*)
  FROM (
    SELECT e.test_date FROM source.did_event e WHERE e.submission_id IN (SELECT id FROM earlier)
    UNION ALL
    SELECT e.test_date
    FROM cut, source.did_event_replaced e
    LEFT JOIN source.submission successor ON successor.id = e.replaced_by
    LEFT JOIN source.withdrawal w ON w.submission_id = e.submission_id AND e.replaced_by IS NULL
    WHERE e.submission_id IN (SELECT id FROM earlier)
      AND coalesce(successor.loaded_at, w.withdrawn_at) > cut.loaded_at) AS readable
  GROUP BY 1 ORDER BY 1
$$;

REVOKE ALL ON FUNCTION source.events_as_of(bigint), source.months_as_of(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION source.events_as_of(bigint) TO guard_reader;
GRANT EXECUTE ON FUNCTION source.months_as_of(bigint) TO did_loader;
RESET ROLE;
