-- Who may log in, who owns what, and which schemas there are. Passwords are set by the launcher as
-- SCRAM verifiers computed outside the server, so that no secret stands in a migration or a log.

-- Owners that nobody can log in as.
CREATE ROLE guard_def NOLOGIN;      -- the guard's functions
CREATE ROLE guard_ledger NOLOGIN;   -- the append-only ledger and the audit trail
CREATE ROLE guard_reader NOLOGIN;   -- reads releasable source columns; owns the opened views
CREATE ROLE guard_signal NOLOGIN;   -- ends sessions
CREATE ROLE guard_source NOLOGIN;   -- source rows and the vault
CREATE ROLE guard_intake NOLOGIN;   -- reads what the application stored about a selection, and nothing else
CREATE ROLE guard_keeper NOLOGIN CREATEROLE;  -- puts the logins' own settings back as they are below

-- Logins. None is a member of another role.
CREATE ROLE did_owner LOGIN;
CREATE ROLE did_app LOGIN;
CREATE ROLE did_auth LOGIN CONNECTION LIMIT 20;
CREATE ROLE did_release LOGIN CONNECTION LIMIT 64;
CREATE ROLE did_loader LOGIN CONNECTION LIMIT 32;
CREATE ROLE did_auditor LOGIN CONNECTION LIMIT 10;
CREATE ROLE did_watchdog LOGIN CONNECTION LIMIT 5;

GRANT pg_signal_backend, pg_read_all_stats TO guard_signal;
-- A role may change its own settings; only a role with ADMIN over it can put them back. It cannot act as it.
GRANT did_app, did_auth, did_release, did_loader, did_auditor, did_watchdog TO guard_keeper
  WITH ADMIN TRUE, INHERIT FALSE, SET FALSE;

-- Nothing is open to everybody. The form without IN SCHEMA is the one that has an effect.
DO $$
BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format(
    'GRANT CONNECT ON DATABASE %I TO did_owner, did_app, did_auth, did_release, did_loader, did_auditor, did_watchdog',
    current_database());
  EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO guard_reader', current_database());
END
$$;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
DO $$
DECLARE
  owner_name text;
BEGIN
  FOREACH owner_name IN ARRAY ARRAY[
    current_user::text, 'guard_def', 'guard_ledger', 'guard_reader', 'guard_signal', 'guard_source',
    'guard_intake', 'guard_keeper', 'did_owner']
  LOOP
    EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE %I REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC', owner_name);
    EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE %I REVOKE USAGE ON TYPES FROM PUBLIC', owner_name);
  END LOOP;
END
$$;
REVOKE EXECUTE ON FUNCTION
  pg_catalog.lo_creat(integer), pg_catalog.lo_create(oid), pg_catalog.lo_from_bytea(oid, bytea),
  pg_catalog.pg_logical_emit_message(boolean, text, text, boolean),
  pg_catalog.pg_logical_emit_message(boolean, text, bytea, boolean)
FROM PUBLIC;

CREATE SCHEMA extension;
CREATE EXTENSION pgcrypto SCHEMA extension;
GRANT USAGE ON SCHEMA extension TO guard_def, guard_ledger, guard_source, guard_reader;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA extension TO guard_def, guard_ledger, guard_source, guard_reader;

CREATE SCHEMA guard AUTHORIZATION guard_def;
CREATE SCHEMA ledger AUTHORIZATION guard_ledger;
CREATE SCHEMA audit AUTHORIZATION guard_ledger;
CREATE SCHEMA source AUTHORIZATION guard_source;
CREATE SCHEMA vault AUTHORIZATION guard_source;
CREATE SCHEMA app AUTHORIZATION did_owner;
CREATE SCHEMA engine AUTHORIZATION did_owner;
CREATE SCHEMA bench AUTHORIZATION guard_source;

GRANT USAGE ON SCHEMA guard TO did_app, did_auth, did_release, did_loader, did_auditor, did_watchdog;
GRANT USAGE ON SCHEMA ledger TO guard_def, did_app, did_auditor;
GRANT USAGE ON SCHEMA audit TO guard_def, did_app, did_auditor;
GRANT USAGE ON SCHEMA source TO guard_reader, guard_def;
GRANT USAGE ON SCHEMA app TO did_app, did_auditor, guard_intake;
GRANT USAGE ON SCHEMA engine TO did_app, did_auditor;

ALTER ROLE did_app SET search_path = app, engine;
ALTER ROLE did_owner SET search_path = app;
ALTER ROLE did_release SET default_transaction_isolation = 'read committed';
