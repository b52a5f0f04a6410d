-- What the second person looks at beside counts and groups: how each column is filled, and some rows as
-- the recipient will see them. The rows are wrapped by the product's master key: the database sees none.
ALTER TABLE app.extract
  ADD COLUMN column_figures text,
  ADD COLUMN sample text;
COMMENT ON COLUMN app.extract.column_figures IS 'a line a column: name, empty values, different values';
COMMENT ON COLUMN app.extract.sample IS 'rows as CSV with a header, wrapped and in Base64';
CREATE INDEX extract_of_agreement ON app.extract (agreement_id, recipient_id, ordered_at DESC);
