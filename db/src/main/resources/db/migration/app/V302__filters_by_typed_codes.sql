-- Codes that are typed and not chosen from a list have a form in its place.
ALTER TABLE app.filter ADD COLUMN form text;
COMMENT ON COLUMN app.filter.form IS 'what a typed code looks like, as a regular expression; null where values are chosen from a list';
INSERT INTO app.filter (data_set, version, position, kind, label, form) VALUES
  ('DID', '1', 8, 'small-area', 'Small areas (LSOA codes)', '[EW]01[0-9]{6}'),
  ('DID', '1', 9, 'middle-area', 'Middle areas (MSOA codes)', '[EW]02[0-9]{6}'),
  ('DID', '1', 10, 'provider', 'Providers (ODS codes)', '[A-Z0-9]{3,8}'),
  ('DID', '1', 11, 'site', 'Provider sites (ODS codes)', '[A-Z0-9]{5,12}'),
  ('DID', '1', 12, 'nicip', 'Imaging codes (NICIP)', '[A-Z0-9]{1,6}');
