-- Which state of the source a finished month is of.
ALTER TABLE app.release_partition ADD COLUMN source_state bigint;
COMMENT ON COLUMN app.release_partition.source_state IS
  'how often the month had been changed when it was read, as the guard counts it; null where that is not known';
