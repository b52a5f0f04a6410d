-- A definer function runs with its owner's rights in a session that somebody else set up. So every
-- setting that could change what it finds, parses or prints is fixed on the function itself: which
-- objects a name means, what a date or a byte looks like (that would change a digest), how a string
-- in its body is read. Written once here, for every function of the guard, so that none is forgotten.
DO $$
DECLARE
  f regprocedure;
BEGIN
  FOR f IN SELECT p.oid FROM pg_proc p WHERE p.pronamespace = 'guard'::regnamespace AND p.prosecdef LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = pg_catalog, pg_temp', f);
    EXECUTE format('ALTER FUNCTION %s SET TimeZone = ''UTC''', f);
    EXECUTE format('ALTER FUNCTION %s SET DateStyle = ''ISO, YMD''', f);
    EXECUTE format('ALTER FUNCTION %s SET IntervalStyle = ''postgres''', f);
    EXECUTE format('ALTER FUNCTION %s SET bytea_output = ''hex''', f);
    EXECUTE format('ALTER FUNCTION %s SET extra_float_digits = 1', f);
    EXECUTE format('ALTER FUNCTION %s SET standard_conforming_strings = on', f);
    EXECUTE format('ALTER FUNCTION %s SET transform_null_equals = off', f);
    EXECUTE format('ALTER FUNCTION %s SET row_security = off', f);
  END LOOP;
END
$$;
