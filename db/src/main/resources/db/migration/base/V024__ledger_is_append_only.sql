-- Append-only means that the database says so: no login writes here, the guard's own role may only
-- add, and triggers refuse the rest even for the tables' owner. A superuser could still switch the
-- triggers off; what answers that are checkpoints kept elsewhere and guard.fingerprint.
SET ROLE guard_ledger;

CREATE FUNCTION ledger.refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'append-only: % on %.% is not possible', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
    USING ERRCODE = 'DA012';
END
$$;

DO $$
DECLARE
  t regclass;
BEGIN
  FOR t IN SELECT oid FROM pg_class WHERE relnamespace = 'ledger'::regnamespace AND relkind = 'r' LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %s '
      'FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change()', t);
    EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER append_only', t);
    EXECUTE format('GRANT SELECT, INSERT ON %s TO guard_def', t);
  END LOOP;
END
$$;

GRANT SELECT ON ALL TABLES IN SCHEMA ledger TO guard_def, did_app, did_auditor;
REVOKE ALL ON ledger.secret FROM did_app, did_auditor;

RESET ROLE;
