-- The form in which the recipient gets the data. It says nothing about which data leave.
ALTER TABLE app.extract ADD COLUMN format text NOT NULL DEFAULT 'CSV_ZSTD'
  CHECK (format IN ('CSV_ZSTD', 'CSV_GZIP', 'CSV', 'PARQUET'));
GRANT SELECT (format) ON app.extract TO did_auditor;
