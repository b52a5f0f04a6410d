-- Two people release a refresh, and both release the same package: what is published is what was checked.
SET ROLE guard_def;

CREATE FUNCTION guard.demand_checked_package() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET TimeZone = 'UTC'
SET DateStyle = 'ISO, YMD'
SET IntervalStyle = 'postgres'
SET bytea_output = 'hex'
SET extra_float_digits = 1
SET standard_conforming_strings = on
SET transform_null_equals = off
SET row_security = off
AS $$
BEGIN
  PERFORM guard.demand(
    NOT EXISTS (SELECT 1 FROM ledger.refresh r WHERE r.run_id = NEW.run_id)
    OR EXISTS (SELECT 1 FROM ledger.refresh_check c JOIN ledger.entry e ON e.id = c.entry_id
      WHERE c.run_id = NEW.run_id AND guard.read_payload(e.payload) ->> 'package_sha256' = NEW.package_sha256),
    'DA003', 'Another package was checked than this one. Both people have to release the same.');
  RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION guard.demand_checked_package() FROM PUBLIC;

RESET ROLE;

CREATE TRIGGER refreshes_are_published_as_checked BEFORE INSERT ON ledger.release_publication
  FOR EACH ROW EXECUTE FUNCTION guard.demand_checked_package();
ALTER TABLE ledger.release_publication ENABLE ALWAYS TRIGGER refreshes_are_published_as_checked;
