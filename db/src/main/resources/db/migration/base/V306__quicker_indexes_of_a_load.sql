-- References, and birth date with gender and postcode, come in no order: a B-tree takes each at another place.
-- They are only ever asked for by equality, which a hash index answers, and it takes them in half the time.
SET LOCAL ROLE guard_source;
DROP INDEX source.did_event_record_ref;
CREATE INDEX did_event_record_ref ON source.did_event USING hash (record_ref);
DROP INDEX vault.record_triple;
CREATE INDEX record_triple ON vault.record USING hash (triple) WHERE triple IS NOT NULL;
RESET ROLE;
