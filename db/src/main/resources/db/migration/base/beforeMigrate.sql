-- After a hard kill the temporary views of dead sessions survive and block changes to the columns
-- that they name. No session of the release engine runs while migrations do, so all of them go.
SET lock_timeout = '30s';
DO $$
DECLARE
  orphan record;
BEGIN
  FOR orphan IN
    SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_roles r ON r.oid = c.relowner
    WHERE c.relkind = 'v' AND c.relpersistence = 't' AND r.rolname = 'guard_reader'
  LOOP
    EXECUTE format('DROP VIEW %I.%I', orphan.nspname, orphan.relname);
  END LOOP;
END
$$;
RESET lock_timeout;
