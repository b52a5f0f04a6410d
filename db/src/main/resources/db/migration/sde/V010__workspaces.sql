-- The Secure Data Environment's cluster. Each agreement has a database of its own with an opaque name
-- (w_…), each analyst a login of their own with an opaque name (a_…). The rights of a workspace belong
-- to a group that is called like its database.

CREATE ROLE sde_keeper NOLOGIN CREATEROLE;       -- owns the functions below; makes analysts' logins
CREATE ROLE sde_provisioner LOGIN CREATEDB CONNECTION LIMIT 40;
CREATE ROLE sde_watchdog LOGIN CONNECTION LIMIT 5;
GRANT pg_signal_backend, pg_read_all_stats TO sde_keeper;
GRANT SET ON PARAMETER temp_file_limit TO sde_keeper;

-- Nothing is open to everybody, nor are the databases that every server brings along.
REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC;
DO $$
BEGIN
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO sde_provisioner, sde_watchdog', current_database());
END
$$;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE sde_keeper REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE SCHEMA sde AUTHORIZATION sde_keeper;
SET ROLE sde_keeper;
GRANT USAGE ON SCHEMA sde TO sde_provisioner, sde_watchdog;

-- Whoever may create roles may also enter the roles they made. So only these functions create them,
-- and they touch no role but those whose names they know.
CREATE FUNCTION sde.require_name(name text, letter text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF name IS NULL OR name !~ ('^' || letter || '_[0-9a-f]{24}$') THEN
    RAISE EXCEPTION 'not the name of a workspace or an analyst' USING ERRCODE = 'DA012';
  END IF;
END
$$;

CREATE FUNCTION sde.make_group(workspace text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM sde.require_name(workspace, 'w');
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = workspace) THEN
    EXECUTE format('CREATE ROLE %I NOLOGIN', workspace);
  END IF;
END
$$;

-- The settings an analyst starts a session with, in the order in which they are set.
CREATE FUNCTION sde.standard_settings() RETURNS text[]
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
RETURN ARRAY['search_path=data, scratch', 'statement_timeout=30min', 'idle_session_timeout=60min',
  'idle_in_transaction_session_timeout=10min', 'temp_file_limit=10GB'];

-- Puts them back where an analyst changed them: for all databases, and for the workspace's own.
CREATE FUNCTION sde.reset_settings(analyst text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  setting text;
  place text;
BEGIN
  PERFORM sde.require_name(analyst, 'a');
  FOR place IN SELECT d.datname FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase
    WHERE s.setrole = (SELECT oid FROM pg_roles WHERE rolname = analyst)
  LOOP
    EXECUTE format('ALTER ROLE %I IN DATABASE %I RESET ALL', analyst, place);
  END LOOP;
  EXECUTE format('ALTER ROLE %I RESET ALL', analyst);
  EXECUTE format('ALTER ROLE %I SET search_path = data, scratch', analyst);
  FOREACH setting IN ARRAY (sde.standard_settings())[2:]
  LOOP
    EXECUTE format('ALTER ROLE %I SET %I = %L', analyst, split_part(setting, '=', 1), split_part(setting, '=', 2));
  END LOOP;
  EXECUTE format('ALTER ROLE %I CONNECTION LIMIT 5', analyst);
END
$$;

-- Makes a login, switched off: only the watchdog's comparison with the entitlement switches one on.
-- The password arrives as a SCRAM verifier.
CREATE FUNCTION sde.make_analyst(analyst text, workspace text, verifier text, valid_until timestamptz)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET "TimeZone" = 'UTC' AS $$
BEGIN
  PERFORM sde.require_name(analyst, 'a');
  PERFORM sde.require_name(workspace, 'w');
  IF verifier !~ '^SCRAM-SHA-256\$[0-9]+:[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+$' THEN
    RAISE EXCEPTION 'not a SCRAM verifier' USING ERRCODE = 'DA012';
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = analyst) THEN
    EXECUTE format('CREATE ROLE %I NOLOGIN', analyst);
  END IF;
  IF EXISTS (SELECT FROM pg_auth_members m WHERE m.member = (SELECT oid FROM pg_roles WHERE rolname = analyst)
    AND m.roleid <> (SELECT oid FROM pg_roles WHERE rolname = workspace))
  THEN
    RAISE EXCEPTION 'a login belongs to one workspace' USING ERRCODE = 'DA012';
  END IF;
  EXECUTE format('ALTER ROLE %I PASSWORD %L VALID UNTIL %L', analyst, verifier, valid_until);
  EXECUTE format('GRANT %I TO %I WITH INHERIT TRUE, SET FALSE', workspace, analyst);
  PERFORM sde.reset_settings(analyst);
END
$$;

CREATE FUNCTION sde.allow_login(analyst text, valid_until timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET "TimeZone" = 'UTC' AS $$
BEGIN
  PERFORM sde.require_name(analyst, 'a');
  IF valid_until IS NULL OR valid_until <= clock_timestamp() THEN
    RAISE EXCEPTION 'a login needs an end in the future' USING ERRCODE = 'DA012';
  END IF;
  EXECUTE format('ALTER ROLE %I LOGIN VALID UNTIL %L', analyst, valid_until);
END
$$;

CREATE FUNCTION sde.refuse_login(analyst text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM sde.require_name(analyst, 'a');
  EXECUTE format('ALTER ROLE %I NOLOGIN', analyst);
END
$$;

-- Ends open sessions, which neither NOLOGIN nor VALID UNTIL does. Call it after refuse_login was
-- committed, so that no new session slips in. A pid may be another's by now: its start is compared.
CREATE FUNCTION sde.end_sessions(analyst text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  session record;
  ended integer := 0;
BEGIN
  PERFORM sde.require_name(analyst, 'a');
  FOR session IN SELECT pid, backend_start FROM pg_stat_activity WHERE usename = analyst
  LOOP
    PERFORM pg_stat_clear_snapshot();
    IF EXISTS (SELECT FROM pg_stat_activity a WHERE a.pid = session.pid AND a.backend_start = session.backend_start)
      AND pg_terminate_backend(session.pid)
    THEN
      ended := ended + 1;
    END IF;
  END LOOP;
  RETURN ended;
END
$$;

-- Ends statements of analysts that run longer than is allowed, whatever their session's own timeout.
CREATE FUNCTION sde.end_overlong_statements(longest interval) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT count(*) FILTER (WHERE pg_cancel_backend(pid))::integer FROM pg_stat_activity
  WHERE usename ~ '^a_[0-9a-f]{24}$' AND state = 'active' AND clock_timestamp() - query_start > longest
$$;

CREATE FUNCTION sde.drop_analyst(analyst text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM sde.require_name(analyst, 'a');
  EXECUTE format('DROP ROLE IF EXISTS %I', analyst);
END
$$;

CREATE FUNCTION sde.drop_group(workspace text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM sde.require_name(workspace, 'w');
  EXECUTE format('DROP ROLE IF EXISTS %I', workspace);
END
$$;

-- What stands in the cluster, for the comparison with what is entitled.
CREATE FUNCTION sde.analysts() RETURNS TABLE (
  role_name text, database_name text, may_login boolean, valid_until timestamptz, settings_changed boolean,
  sessions integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET "TimeZone" = 'UTC' AS $$
  SELECT r.rolname::text,
    (SELECT min(g.rolname)::text FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid WHERE m.member = r.oid),
    r.rolcanlogin, r.rolvaliduntil,
    r.rolconnlimit <> 5 OR EXISTS (SELECT FROM pg_db_role_setting s WHERE s.setrole = r.oid AND s.setdatabase <> 0)
      OR (SELECT s.setconfig FROM pg_db_role_setting s WHERE s.setrole = r.oid AND s.setdatabase = 0)
        IS DISTINCT FROM sde.standard_settings(),
    (SELECT count(*)::integer FROM pg_stat_activity a WHERE a.usesysid = r.oid)
  FROM pg_roles r WHERE r.rolname ~ '^a_[0-9a-f]{24}$'
$$;

CREATE FUNCTION sde.workspaces() RETURNS TABLE (database_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT datname::text FROM pg_database WHERE datname ~ '^w_[0-9a-f]{24}$'
$$;

GRANT EXECUTE ON FUNCTION sde.make_group(text), sde.make_analyst(text, text, text, timestamptz),
  sde.drop_analyst(text), sde.drop_group(text) TO sde_provisioner;
GRANT EXECUTE ON FUNCTION sde.refuse_login(text), sde.end_sessions(text), sde.analysts(), sde.workspaces()
  TO sde_provisioner, sde_watchdog;
-- Only the watchdog, which reads the entitlement from the guard itself, switches a login on.
GRANT EXECUTE ON FUNCTION sde.allow_login(text, timestamptz), sde.reset_settings(text),
  sde.end_overlong_statements(interval) TO sde_watchdog;

RESET ROLE;
