-- The rules on age count from the receipt, and of two copies of a record the one received later counts: a file of a
-- day ahead would outlive every other one until that day. Asked where a submission is stored and not of what is there,
-- so that what an earlier version took can still be withdrawn.
SET LOCAL ROLE guard_source;

CREATE FUNCTION source.refuse_submission_ahead() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NEW.received_on > (clock_timestamp() AT TIME ZONE 'Europe/London')::date THEN
    RAISE EXCEPTION 'Give the day on which the file was received, today at the latest.' USING ERRCODE = 'DS002';
  END IF;
  IF NEW.reporting_month > NEW.received_on THEN
    RAISE EXCEPTION 'Give the month that the file reports, that of its receipt at the latest.' USING ERRCODE = 'DS002';
  END IF;
  RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION source.refuse_submission_ahead() FROM PUBLIC;

CREATE TRIGGER submissions_are_not_received_ahead BEFORE INSERT ON source.submission
  FOR EACH ROW EXECUTE FUNCTION source.refuse_submission_ahead();
ALTER TABLE source.submission ENABLE ALWAYS TRIGGER submissions_are_not_received_ahead;

RESET ROLE;
