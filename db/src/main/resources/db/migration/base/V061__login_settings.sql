-- A role may change its own settings: a thief of a login could leave a search_path or a time-out for
-- every later session of it. The watchdog puts back what is written down here. (A role may change its
-- own password, too: that shuts the product out until an operator sets it again, and opens nothing.)
CREATE TABLE guard.login_setting (
  role_name text NOT NULL,
  settings  text[] NOT NULL,
  PRIMARY KEY (role_name)
);
ALTER TABLE guard.login_setting OWNER TO guard_def;
GRANT USAGE ON SCHEMA guard TO guard_keeper;
GRANT SELECT ON guard.login_setting TO guard_keeper;

INSERT INTO guard.login_setting (role_name, settings)
SELECT r.rolname, coalesce(s.setconfig, '{}')
FROM pg_roles r LEFT JOIN pg_db_role_setting s ON s.setrole = r.oid AND s.setdatabase = 0
WHERE r.rolname IN ('did_app', 'did_auth', 'did_release', 'did_loader', 'did_auditor', 'did_watchdog');

-- Puts back what differs and says how many roles it was. Owned by guard_keeper, who may alter these
-- six roles and act as none of them; the names come from the guard's own table.
CREATE FUNCTION guard.restore_login_settings() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  login record;
  here record;
  setting text;
  restored integer := 0;
BEGIN
  FOR login IN
    SELECT l.role_name, l.settings FROM guard.login_setting l JOIN pg_roles r ON r.rolname = l.role_name
    LEFT JOIN pg_db_role_setting s ON s.setrole = r.oid AND s.setdatabase = 0
    WHERE coalesce(s.setconfig, '{}') <> l.settings
      OR EXISTS (SELECT 1 FROM pg_db_role_setting d WHERE d.setrole = r.oid AND d.setdatabase <> 0)
  LOOP
    restored := restored + 1;
    EXECUTE format('ALTER ROLE %I RESET ALL', login.role_name);
    FOREACH setting IN ARRAY login.settings LOOP
      PERFORM set_config(split_part(setting, '=', 1), substr(setting, strpos(setting, '=') + 1), true);
      EXECUTE format('ALTER ROLE %I SET %I FROM CURRENT', login.role_name, split_part(setting, '=', 1));
    END LOOP;
    FOR here IN
      SELECT d.datname FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase
      WHERE s.setrole = login.role_name::regrole
    LOOP
      EXECUTE format('ALTER ROLE %I IN DATABASE %I RESET ALL', login.role_name, here.datname);
    END LOOP;
  END LOOP;
  RETURN restored;
END
$$;
ALTER FUNCTION guard.restore_login_settings() OWNER TO guard_keeper;
REVOKE ALL ON FUNCTION guard.restore_login_settings() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.restore_login_settings() TO guard_def, did_watchdog;
