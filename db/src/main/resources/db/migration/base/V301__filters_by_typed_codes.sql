-- Filters whose codes are too many for a list: small and middle areas, providers, sites and imaging codes.
SET LOCAL ROLE guard_ledger;
CREATE PROCEDURE ledger.found_typed_filters() LANGUAGE plpgsql AS $$
DECLARE
  payload CONSTANT text :=
    '{"data_set":"DID","version":"1","filters":["small-area","middle-area","provider","site","nicip"]}';
  entry bigint;
BEGIN
  INSERT INTO ledger.entry (act, method, payload, payload_sha256)
    VALUES ('found_filters', 'founding', payload, encode(sha256(convert_to(payload, 'UTF8')), 'hex')) RETURNING id INTO entry;
  INSERT INTO ledger.filter_meaning (data_set, version, kind, column_expression, entry_id) VALUES
    ('DID', '1', 'small-area', 'lsoa', entry),
    ('DID', '1', 'middle-area', 'msoa', entry),
    ('DID', '1', 'provider', 'provider_code', entry),
    ('DID', '1', 'site', 'site_code', entry),
    ('DID', '1', 'nicip', 'nicip', entry);
END
$$;
CALL ledger.found_typed_filters();
DROP PROCEDURE ledger.found_typed_filters();
RESET ROLE;
