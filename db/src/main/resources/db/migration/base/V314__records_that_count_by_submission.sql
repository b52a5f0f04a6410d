-- How many records of each submission still count, without reading a row of the source: whatever is put aside
-- is counted once, by the submission that had brought it, in the transaction that puts it aside.
SET LOCAL ROLE guard_source;

CREATE TABLE source.rows_set_aside (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  submission_id bigint NOT NULL,
  row_count     bigint NOT NULL CHECK (row_count > 0)
);
CREATE INDEX rows_set_aside_submission ON source.rows_set_aside (submission_id) INCLUDE (row_count);
COMMENT ON TABLE source.rows_set_aside IS 'rows of a submission that count no more, each time that some were put aside';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON source.rows_set_aside
  FOR EACH STATEMENT EXECUTE FUNCTION source.refuse_change();
ALTER TABLE source.rows_set_aside ENABLE ALWAYS TRIGGER append_only;

CREATE FUNCTION source.count_set_aside() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO source.rows_set_aside (submission_id, row_count)
    SELECT n.submission_id, count(*) FROM set_aside n GROUP BY n.submission_id;
  RETURN NULL;
END
$$;
CREATE TRIGGER set_aside_is_counted AFTER INSERT ON source.did_event_replaced
  REFERENCING NEW TABLE AS set_aside FOR EACH STATEMENT EXECUTE FUNCTION source.count_set_aside();
ALTER TABLE source.did_event_replaced ENABLE ALWAYS TRIGGER set_aside_is_counted;
INSERT INTO source.rows_set_aside (submission_id, row_count)
  SELECT r.submission_id, count(*) FROM source.did_event_replaced r GROUP BY r.submission_id;

-- What a submission brought was counted when it came, and what became of single records is not kept with these
-- counts: where a part of its records still counts, its counts are taken in that part. A submission of which
-- nothing was accepted speaks for its month only while no record of the month counts.
CREATE VIEW source.submission_standing AS
SELECT c.id, c.submitter, c.reporting_month, c.received_on, c.state, c.row_count, c.accepted, c.rejected, c.warnings,
  c.findings, c.counting,
  CASE WHEN c.state <> 'ACCEPTED' THEN 0
    WHEN c.accepted > 0 THEN c.counting / c.accepted::numeric
    WHEN max(c.counting) OVER (PARTITION BY c.submitter, c.reporting_month) = 0 THEN 1
    ELSE 0 END AS share
FROM (
  SELECT s.id, s.submitter, s.reporting_month, s.received_on, s.state, s.row_count, s.accepted, s.rejected,
    s.warnings, s.findings,
    CASE WHEN s.state = 'ACCEPTED' THEN s.accepted - coalesce((
      SELECT sum(a.row_count) FROM source.rows_set_aside a WHERE a.submission_id = s.id), 0)::bigint
    ELSE 0 END AS counting
  FROM source.submission s) c;
COMMENT ON COLUMN source.submission_standing.counting IS 'its records that still count';
COMMENT ON COLUMN source.submission_standing.share IS 'in which part its other counts speak for its month, from 0 to 1';
GRANT SELECT ON source.submission_standing TO did_loader, did_auditor;
RESET ROLE;
