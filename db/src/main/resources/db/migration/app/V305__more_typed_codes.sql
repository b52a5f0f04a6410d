INSERT INTO app.filter (data_set, version, position, kind, label, form) VALUES
  ('DID', '1', 13, 'snomed-ct', 'Imaging codes (SNOMED CT)', '[1-9][0-9]{5,17}'),
  ('DID', '1', 14, 'practice', 'GP practices (ODS codes)', '[A-Z0-9]{3,8}'),
  ('DID', '1', 15, 'commissioner', 'Commissioners (ODS codes)', '[A-Z0-9]{3,5}');
