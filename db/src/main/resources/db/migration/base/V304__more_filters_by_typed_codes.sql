-- Filters by SNOMED CT codes, practices and commissioners. The derived code of an examination is the sent one
-- or, where only a NICIP code was sent, what that maps to: so one code chooses both ways of sending it.
SET LOCAL ROLE guard_ledger;
CREATE PROCEDURE ledger.found_typed_filters() LANGUAGE plpgsql AS $$
DECLARE
  payload CONSTANT text := '{"data_set":"DID","version":"1","filters":["snomed-ct","practice","commissioner"]}';
  entry bigint;
BEGIN
  INSERT INTO ledger.entry (act, method, payload, payload_sha256)
    VALUES ('found_filters', 'founding', payload, encode(sha256(convert_to(payload, 'UTF8')), 'hex')) RETURNING id INTO entry;
  INSERT INTO ledger.filter_meaning (data_set, version, kind, column_expression, entry_id) VALUES
    ('DID', '1', 'snomed-ct', 'derived_snomed_ct', entry),
    ('DID', '1', 'practice', 'gp_practice', entry),
    ('DID', '1', 'commissioner', 'commissioner', entry);
END
$$;
CALL ledger.found_typed_filters();
DROP PROCEDURE ledger.found_typed_filters();
RESET ROLE;
