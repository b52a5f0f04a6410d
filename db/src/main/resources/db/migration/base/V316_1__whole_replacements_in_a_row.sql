-- A submission that takes the place of another takes that of all before it: a record of the first of three does not
-- stand in the way of the third's, whichever number it has.
SET LOCAL ROLE guard_source;

-- As before; and not only the submission that is replaced does not stand in the way, but all that it replaced in
-- its turn. Nothing of it goes on counting, whatever became of the record that came instead.
CREATE OR REPLACE FUNCTION source.settle_keys(
  new_id bigint, new_received_on date, old_id bigint, OUT replaced bigint, OUT outlived bigint)
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  gone bigint[];
BEGIN
  WITH RECURSIVE chain AS (
    SELECT old_id AS id
    UNION
    SELECT s.replaces FROM chain c JOIN source.submission s ON s.id = c.id WHERE s.replaces IS NOT NULL)
  SELECT coalesce(array_agg(c.id) FILTER (WHERE c.id IS NOT NULL), '{}') INTO gone FROM chain c;

  UPDATE pg_temp.arriving a SET outlived_by = r.submission_id
  FROM vault.record r
  WHERE r.record_ref = a.record_ref AND r.submission_id <> ALL (gone)
    AND (r.received_on, r.submission_id) > (new_received_on, new_id);
  UPDATE pg_temp.arriving a SET outlived_by = later.submission_id
  FROM (
    SELECT DISTINCT ON (record_ref) record_ref, r.submission_id
    FROM vault.record_replaced r JOIN pg_temp.arriving USING (record_ref)
    WHERE r.submission_id <> ALL (gone)
      AND (r.received_on, r.submission_id) > (new_received_on, new_id)
    ORDER BY record_ref, r.received_on DESC, r.submission_id DESC) later
  WHERE a.outlived_by IS NULL AND later.record_ref = a.record_ref;
  SELECT count(*) INTO outlived FROM pg_temp.arriving a WHERE a.outlived_by IS NOT NULL;

  CREATE TEMPORARY TABLE yielding ON COMMIT DROP AS
  SELECT r.record_ref, r.test_date, r.triple
  FROM vault.record r JOIN pg_temp.arriving a USING (record_ref)
  WHERE a.outlived_by IS NULL;
  IF old_id IS NOT NULL THEN
    INSERT INTO pg_temp.yielding
    SELECT r.record_ref, r.test_date, r.triple FROM vault.record r
    WHERE r.submission_id = old_id
      AND NOT EXISTS (SELECT FROM pg_temp.arriving a WHERE a.record_ref = r.record_ref AND a.outlived_by IS NULL);
  END IF;
  replaced := source.put_aside(new_id);
END
$$;
RESET ROLE;
