-- How well each item of a submission was filled: counts that the check made in its one pass, for reports
-- on the quality of what providers send. Nothing here is about a patient.
SET LOCAL ROLE guard_source;

CREATE TABLE source.submission_item (
  submission_id bigint NOT NULL REFERENCES source.submission (id),
  item          smallint NOT NULL CHECK (item BETWEEN 0 AND 17),
  filled        bigint NOT NULL,
  valid         bigint NOT NULL,
  PRIMARY KEY (submission_id, item) INCLUDE (filled, valid),
  CHECK (valid BETWEEN 0 AND filled)
);
COMMENT ON COLUMN source.submission_item.item IS 'its place in a record, from 0';
COMMENT ON COLUMN source.submission_item.filled IS 'records read that have a value';
COMMENT ON COLUMN source.submission_item.valid IS 'records read whose value no rule doubts';

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON source.submission_item
  FOR EACH STATEMENT EXECUTE FUNCTION source.refuse_change();
ALTER TABLE source.submission_item ENABLE ALWAYS TRIGGER append_only;

GRANT SELECT ON source.submission_item TO did_loader, did_auditor;

CREATE INDEX submission_by_month ON source.submission (reporting_month, submitter);
CREATE INDEX submission_by_submitter ON source.submission (submitter, reporting_month);

-- The counts come with the submission itself, in the transaction that stores it, and never later.
CREATE FUNCTION source.record_items(stored bigint, filled bigint[], valid bigint[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET TimeZone = 'UTC'
SET DateStyle = 'ISO, YMD'
SET bytea_output = 'hex'
SET extra_float_digits = 1
SET standard_conforming_strings = on
SET row_security = off
AS $$
DECLARE
  records bigint;
BEGIN
  SELECT s.row_count INTO records FROM source.submission s
  WHERE s.id = stored AND s.xmin = pg_current_xact_id()::xid;
  IF records IS NULL THEN
    RAISE EXCEPTION 'the counts of submission % come with it or not at all', stored USING ERRCODE = 'DA012';
  END IF;
  IF cardinality(filled) IS DISTINCT FROM 18 OR cardinality(valid) IS DISTINCT FROM 18
     OR records < ANY (filled) THEN
    RAISE EXCEPTION 'the counts of submission % are not those of 18 items of its records', stored USING ERRCODE = 'DA012';
  END IF;
  INSERT INTO source.submission_item (submission_id, item, filled, valid)
  SELECT stored, n.place - 1, n.filled, n.valid
  FROM unnest(record_items.filled, record_items.valid) WITH ORDINALITY AS n (filled, valid, place);
END
$$;
REVOKE ALL ON FUNCTION source.record_items(bigint, bigint[], bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION source.record_items(bigint, bigint[], bigint[]) TO did_loader;

RESET ROLE;
