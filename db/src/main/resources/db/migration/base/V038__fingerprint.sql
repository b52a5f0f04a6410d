-- One digest over everything that makes the guard a guard: who owns what, who may what, what the
-- functions say, which triggers are on, who is a member of what. Compared at start, hourly, and in
-- each proof. What changes in daily work is left out: the attempt counters and the months of rows.
SET ROLE guard_def;

-- One line a fact, so that two fingerprints that differ can be compared line by line.
CREATE FUNCTION guard.fingerprint_lines() RETURNS SETOF text
LANGUAGE sql SECURITY DEFINER AS $$
  WITH spaces AS (
    SELECT oid, nspname FROM pg_namespace
    WHERE nspname IN ('guard', 'ledger', 'audit', 'source', 'vault', 'app', 'engine', 'extension', 'public')
  ), guarded AS (
    SELECT * FROM spaces WHERE nspname NOT IN ('app', 'engine')
  )
  SELECT format('schema %s owner %s acl %s', s.nspname, n.nspowner::regrole, n.nspacl)
    FROM spaces s JOIN pg_namespace n ON n.oid = s.oid
  UNION ALL
  SELECT format('database owner %s acl %s', d.datdba::regrole, d.datacl) FROM pg_database d WHERE d.datname = current_database()
  UNION ALL
  SELECT format('relation %s.%s kind %s owner %s acl %s security %s %s options %s view %s', s.nspname, c.relname, c.relkind,
      c.relowner::regrole, c.relacl, c.relrowsecurity, c.relforcerowsecurity, c.reloptions,
      CASE WHEN c.relkind = 'v' THEN md5(pg_get_viewdef(c.oid)) END)
    FROM guarded s JOIN pg_class c ON c.relnamespace = s.oid
    WHERE c.relkind <> 'i' AND NOT c.relispartition AND c.relkind <> 'I'
      AND NOT (c.relkind = 'S' AND c.relname LIKE 'attempt\_%')
  UNION ALL
  SELECT DISTINCT format('partitions of %s owner %s acl %s', i.inhparent::regclass, c.relowner::regrole, c.relacl)
    FROM guarded s JOIN pg_class c ON c.relnamespace = s.oid JOIN pg_inherits i ON i.inhrelid = c.oid
    WHERE c.relkind IN ('r', 'p')
  UNION ALL
  SELECT format('column %s.%s.%s type %s acl %s default %s', s.nspname, c.relname, a.attname,
      format_type(a.atttypid, a.atttypmod), a.attacl, pg_get_expr(d.adbin, d.adrelid))
    FROM guarded s JOIN pg_class c ON c.relnamespace = s.oid AND c.relkind IN ('r', 'p', 'v') AND NOT c.relispartition
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  UNION ALL
  SELECT format('function %s.%s(%s) owner %s acl %s definer %s settings %s source %s', s.nspname, p.proname,
      pg_get_function_identity_arguments(p.oid), p.proowner::regrole, p.proacl, p.prosecdef, p.proconfig,
      md5(p.prosrc || coalesce(pg_get_function_sqlbody(p.oid), '')))
    FROM guarded s JOIN pg_proc p ON p.pronamespace = s.oid
  UNION ALL
  SELECT format('trigger %s on %s.%s enabled %s %s', t.tgname, s.nspname, c.relname, t.tgenabled, pg_get_triggerdef(t.oid))
    FROM guarded s JOIN pg_class c ON c.relnamespace = s.oid AND NOT c.relispartition
    JOIN pg_trigger t ON t.tgrelid = c.oid AND NOT t.tgisinternal
  UNION ALL
  SELECT format('rule %s on %s.%s', r.rulename, s.nspname, c.relname)
    FROM guarded s JOIN pg_class c ON c.relnamespace = s.oid JOIN pg_rewrite r ON r.ev_class = c.oid
  UNION ALL
  SELECT format('policy %s on %s.%s', p.polname, s.nspname, c.relname)
    FROM spaces s JOIN pg_class c ON c.relnamespace = s.oid JOIN pg_policy p ON p.polrelid = c.oid
  UNION ALL
  SELECT format('event trigger %s enabled %s function %s', e.evtname, e.evtenabled, e.evtfoid::regprocedure) FROM pg_event_trigger e
  UNION ALL
  SELECT format('role %s super %s createrole %s createdb %s replication %s bypassrls %s login %s limit %s', r.rolname, r.rolsuper,
      r.rolcreaterole, r.rolcreatedb, r.rolreplication, r.rolbypassrls, r.rolcanlogin, r.rolconnlimit)
    FROM pg_roles r WHERE r.rolname ~ '^(did|guard)_' OR r.rolsuper
  UNION ALL
  SELECT format('member %s of %s admin %s inherit %s set %s', m.member::regrole, m.roleid::regrole, m.admin_option,
      m.inherit_option, m.set_option)
    FROM pg_auth_members m WHERE m.member::regrole::text ~ '^(did|guard)_' OR m.roleid::regrole::text ~ '^(did|guard)_'
  UNION ALL
  SELECT format('default acl %s %s %s %s', d.defaclrole::regrole, d.defaclnamespace, d.defaclobjtype, d.defaclacl)
    FROM pg_default_acl d
  UNION ALL
  SELECT format('settings of %s in %s: %s', CASE WHEN s.setrole = 0 THEN 'everybody' ELSE s.setrole::regrole::text END,
      CASE WHEN s.setdatabase = 0 THEN 'every database' ELSE 'one database' END, s.setconfig)
    FROM pg_db_role_setting s
$$;

CREATE FUNCTION guard.fingerprint() RETURNS text
LANGUAGE sql SECURITY DEFINER AS $$
  SELECT guard.sha256_hex(string_agg(line, E'\n' ORDER BY line COLLATE "C")) FROM guard.fingerprint_lines() AS line
$$;

GRANT EXECUTE ON FUNCTION guard.fingerprint(), guard.fingerprint_lines() TO did_app, did_auditor, did_watchdog;

RESET ROLE;
