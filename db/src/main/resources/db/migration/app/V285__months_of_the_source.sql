ALTER TABLE app.extract ADD COLUMN source_months text;
COMMENT ON COLUMN app.extract.source_months IS 'a line a month: month, rows that the source held when it was prepared';
