-- Patients' objections. A list names, by NHS number, everybody who does not want their data used beyond
-- their own care; each list is whole and takes the place of the one before. An agreement upholds them
-- unless it says on what ground it need not. Then nothing is ordered before a list was loaded, the rows
-- of the people on it are left out where the guard opens the rows, and what was opened under an older
-- list is not published.
SET LOCAL ROLE guard_source;

CREATE TABLE source.objection_list (
  id          integer PRIMARY KEY,
  as_of       date NOT NULL,
  file_sha256 bytea NOT NULL CHECK (octet_length(file_sha256) = 32),
  people      bigint NOT NULL CHECK (people > 0),
  added       bigint NOT NULL CHECK (added >= 0),
  removed     bigint NOT NULL CHECK (removed >= 0),
  loaded_at   timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE source.objection_list IS 'every list that was loaded, numbered as they came; the last one counts';
COMMENT ON COLUMN source.objection_list.as_of IS 'the day for which the list was drawn';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON source.objection_list
  FOR EACH STATEMENT EXECUTE FUNCTION source.refuse_change();
ALTER TABLE source.objection_list ENABLE ALWAYS TRIGGER append_only;
GRANT SELECT ON source.objection_list TO did_app, did_loader, did_auditor, guard_def;

-- Who is on the list that counts. Whoever is no longer on it is forgotten here.
CREATE TABLE vault.objection (
  nhs_number text PRIMARY KEY CHECK (nhs_number ~ '^[0-9]{10}$'),
  person_ref bytea NOT NULL
);

-- The same people by the reference that their rows carry: all that the guard's reader needs to know.
CREATE TABLE source.objector (person_ref bytea PRIMARY KEY);
GRANT SELECT ON source.objector TO guard_reader;

-- A number that was not verified makes nobody that person; but the record says that it may be about them.
CREATE INDEX record_unverified ON vault.record (test_date) WHERE NOT verified AND nhs_number IS NOT NULL;
CREATE VIEW source.objecting_record AS
SELECT r.record_ref, r.test_date FROM vault.record r JOIN vault.objection o ON o.nhs_number = r.nhs_number
WHERE NOT r.verified AND r.nhs_number IS NOT NULL;
GRANT SELECT ON source.objecting_record TO guard_reader;

CREATE FUNCTION source.open_objections() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET TimeZone = 'UTC'
SET DateStyle = 'ISO, YMD'
SET bytea_output = 'hex'
SET extra_float_digits = 1
SET standard_conforming_strings = on
SET row_security = off
AS $$
BEGIN
  CREATE TEMPORARY TABLE objecting (nhs_number text NOT NULL) ON COMMIT DROP;
  EXECUTE format('GRANT INSERT ON pg_temp.objecting TO %I', session_user);
END
$$;

-- The list in pg_temp.objecting takes the place of the one before. A file that was cut off looks like
-- people who changed their mind: where more than a tenth of them would go, somebody confirms how many.
CREATE FUNCTION source.accept_objections(
  new_as_of date, new_file_sha256 bytea, confirmed_removed bigint,
  OUT id integer, OUT already_loaded boolean, OUT people bigint, OUT added bigint, OUT removed bigint)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET TimeZone = 'UTC'
SET DateStyle = 'ISO, YMD'
SET bytea_output = 'hex'
SET extra_float_digits = 1
SET standard_conforming_strings = on
SET row_security = off
SET work_mem = '96MB'
AS $$
DECLARE
  latest source.objection_list;
  vault_key bytea;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'A list of objections is stored in a read committed transaction.' USING ERRCODE = '25001';
  END IF;
  LOCK TABLE source.objection_list IN SHARE ROW EXCLUSIVE MODE;
  SELECT * INTO latest FROM source.objection_list l ORDER BY l.id DESC LIMIT 1;
  already_loaded := coalesce(latest.as_of = new_as_of AND latest.file_sha256 = new_file_sha256, false);
  IF already_loaded THEN
    id := latest.id;
    people := latest.people;
    added := latest.added;
    removed := latest.removed;
    RETURN;
  END IF;
  IF new_as_of < latest.as_of THEN
    RAISE EXCEPTION 'A list as at % counts already. A list as at an earlier day, %, cannot take its place.',
      latest.as_of, new_as_of USING ERRCODE = 'DS002';
  END IF;
  CREATE TEMPORARY TABLE named ON COMMIT DROP AS SELECT DISTINCT o.nhs_number FROM pg_temp.objecting o;
  ANALYZE pg_temp.named;
  SELECT count(*) INTO people FROM pg_temp.named;
  IF people = 0 THEN
    RAISE EXCEPTION 'The list names nobody. Load a file with one NHS number a line.' USING ERRCODE = 'DS002';
  END IF;
  SELECT count(*) INTO removed FROM vault.objection o
    WHERE NOT EXISTS (SELECT FROM pg_temp.named n WHERE n.nhs_number = o.nhs_number);
  IF removed * 10 > latest.people AND removed IS DISTINCT FROM confirmed_removed THEN
    RAISE EXCEPTION 'This list would take % of the % people off the list that counts. Look whether the file is whole. If it is, load it again and confirm that % go.',
      removed, latest.people, removed USING ERRCODE = 'DS002';
  END IF;
  SELECT key INTO STRICT vault_key FROM vault.secret;
  DELETE FROM vault.objection o WHERE NOT EXISTS (SELECT FROM pg_temp.named n WHERE n.nhs_number = o.nhs_number);
  INSERT INTO vault.objection (nhs_number, person_ref)
    SELECT n.nhs_number, substring(extension.hmac(
      convert_to(source.identity_of(true, n.nhs_number, NULL, NULL, NULL, NULL), 'UTF8'), vault_key, 'sha256') FROM 1 FOR 16)
    FROM pg_temp.named n
    WHERE NOT EXISTS (SELECT FROM vault.objection o WHERE o.nhs_number = n.nhs_number);
  GET DIAGNOSTICS added = ROW_COUNT;
  DELETE FROM source.objector o WHERE NOT EXISTS (SELECT FROM vault.objection v WHERE v.person_ref = o.person_ref);
  INSERT INTO source.objector SELECT v.person_ref FROM vault.objection v ON CONFLICT DO NOTHING;
  ANALYZE vault.objection;
  ANALYZE source.objector;
  id := coalesce(latest.id, 0) + 1;
  INSERT INTO source.objection_list (id, as_of, file_sha256, people, added, removed)
    VALUES (id, new_as_of, new_file_sha256, people, added, removed);
END
$$;
REVOKE ALL ON FUNCTION source.open_objections(), source.accept_objections(date, bytea, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION source.open_objections(), source.accept_objections(date, bytea, bigint) TO did_loader;

RESET ROLE;

-- Each list leaves its row in the trail: counts, and nothing about a patient.
SET LOCAL ROLE guard_ledger;
CREATE FUNCTION audit.record_objections() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET TimeZone = 'UTC'
SET DateStyle = 'ISO, YMD'
SET bytea_output = 'hex'
SET extra_float_digits = 1
AS $$
BEGIN
  PERFORM audit.record('objections', NEW.id::text, 'loaded', NULL, jsonb_build_object(
    'as_of', NEW.as_of, 'people', NEW.people, 'added', NEW.added, 'removed', NEW.removed)::text);
  RETURN NULL;
END
$$;

-- One row for each agreement that does not uphold objections; every other one upholds them.
CREATE TABLE ledger.agreement_objections (
  agreement_id uuid PRIMARY KEY REFERENCES ledger.agreement (id),
  ground       text NOT NULL CHECK (ground IN ('not-needed', 'consent', 'statutory')),
  entry_id     bigint NOT NULL REFERENCES ledger.entry (id)
);
COMMENT ON TABLE ledger.agreement_objections IS 'on what ground an agreement need not uphold objections';
-- Which list a run was ordered under.
CREATE TABLE ledger.run_objections (
  run_id  uuid PRIMARY KEY REFERENCES ledger.release_order (run_id),
  list_id integer NOT NULL
);
DO $$
DECLARE
  t regclass;
BEGIN
  FOREACH t IN ARRAY ARRAY['ledger.agreement_objections', 'ledger.run_objections']::regclass[] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %s '
      'FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change()', t);
    EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER append_only', t);
    EXECUTE format('GRANT SELECT, INSERT ON %s TO guard_def', t);
    EXECUTE format('GRANT SELECT ON %s TO did_app, did_auditor', t);
  END LOOP;
END
$$;
RESET ROLE;

CREATE TRIGGER objections_are_recorded AFTER INSERT ON source.objection_list
  FOR EACH ROW EXECUTE FUNCTION audit.record_objections();

SET ROLE guard_def;

-- Drafts as before; the ground for not upholding objections is part of what the officer confirms.
CREATE OR REPLACE FUNCTION guard.draft_agreement(ticket uuid, payload text) RETURNS void
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
DECLARE
  actor uuid := guard.redeem(ticket, 'draft_agreement', payload);
  p jsonb := guard.read_payload(payload);
  agreement uuid := guard.uuid_of(p, 'agreement');
  starts date := guard.date_of(p, 'starts_on');
  ends date := guard.date_of(p, 'ends_on');
  objections text := coalesce(guard.optional_text_of(p, 'objections', 20), 'upheld');
  v ledger.submission;
  approved guard.selection;
  entry bigint;
BEGIN
  PERFORM guard.demand_role(actor, 'officer');
  SELECT * INTO v FROM ledger.submission s WHERE s.version_id = guard.uuid_of(p, 'version');
  PERFORM guard.demand(v.version_id IS NOT NULL, 'DA012', 'This version was not submitted.');
  PERFORM guard.demand(guard.conflict_of(actor, v, NULL) IS NULL, 'DA003',
    'You have a part in the application. Ask another officer.');
  PERFORM guard.demand(v.selection_id = guard.uuid_of(p, 'selection') AND v.digest = (p ->> 'digest'), 'DA004',
    'This is not the selection of that version.');
  PERFORM guard.demand(starts BETWEEN guard.today() AND (guard.today() + interval '12 months')::date AND ends >= starts, 'DA012',
    'The term starts today at the earliest, within twelve months, and ends after it starts.');
  PERFORM guard.demand(objections IN ('upheld', 'not-needed', 'consent', 'statutory'), 'DA012',
    'Objections are upheld, or not: not-needed, consent or statutory.');
  approved := guard.selection_as_decided(v.selection_id, v.digest);
  PERFORM guard.demand_slots_satisfied(v.application_id, approved);
  PERFORM guard.demand(
    NOT EXISTS (SELECT 1 FROM ledger.agreement a WHERE a.id = agreement OR a.reference = (p ->> 'reference')), 'DA014',
    'There is an agreement with this id or reference already.');
  entry := guard.enter('draft_agreement', actor, 'password', ticket::text, payload, 'agreement', agreement::text);
  INSERT INTO ledger.agreement (id, reference, application_id, version_id, selection_id, digest, starts_on, ends_on,
      text_sha256, drafted_by, entry_id)
    VALUES (agreement, guard.text_of(p, 'reference', 100), v.application_id, v.version_id, v.selection_id, v.digest, starts,
      ends, guard.text_of(p, 'text_sha256', 64), actor, entry);
  INSERT INTO ledger.agreement_party (agreement_id, organisation_id, party_role)
    SELECT agreement, guard.uuid_of(x, 'organisation'), guard.text_of(x, 'role', 20) FROM guard.list_of(p, 'parties') AS x;
  PERFORM guard.demand_parties(agreement, v, approved);
  PERFORM guard.add_agreement_person(agreement, x, entry) FROM guard.list_of(p, 'people') AS x;
  INSERT INTO ledger.agreement_objections (agreement_id, ground, entry_id)
    SELECT agreement, objections, entry WHERE objections <> 'upheld';
  INSERT INTO guard.gate (agreement_id) VALUES (agreement);
END
$$;

CREATE FUNCTION guard.upholds_objections(agreement uuid) RETURNS boolean
LANGUAGE sql AS $$
  SELECT NOT EXISTS (SELECT 1 FROM ledger.agreement_objections o WHERE o.agreement_id = agreement)
$$;

-- Ties a run to the list that counts when it is ordered.
CREATE FUNCTION guard.pin_objections(run uuid, agreement uuid) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  newest integer;
BEGIN
  IF guard.upholds_objections(agreement) THEN
    SELECT max(l.id) INTO newest FROM source.objection_list l;
    PERFORM guard.demand(newest IS NOT NULL, 'DA008',
      'This agreement upholds patients'' objections, and no list of them was loaded. Load one first.');
    INSERT INTO ledger.run_objections (run_id, list_id) VALUES (run, newest);
  END IF;
END
$$;

-- Whether the run leaves out people who object; refused where its list counts no more.
CREATE FUNCTION guard.demand_newest_objections(run uuid) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
  upheld boolean;
BEGIN
  SELECT guard.upholds_objections(o.agreement_id) INTO upheld FROM ledger.release_order o WHERE o.run_id = run;
  PERFORM guard.demand(
    NOT upheld OR EXISTS (SELECT 1 FROM ledger.run_objections r
      WHERE r.run_id = run AND r.list_id = (SELECT max(l.id) FROM source.objection_list l)), 'DA008',
    'A newer list of patients'' objections came after it was ordered. Cancel it and order it anew.');
  RETURN upheld;
END
$$;

CREATE OR REPLACE FUNCTION guard.order_release(ticket uuid, payload text) RETURNS void
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
DECLARE
  actor uuid := guard.redeem(ticket, 'order_release', payload);
  p jsonb := guard.read_payload(payload);
  run uuid := guard.uuid_of(p, 'run');
  agreement uuid := guard.uuid_of(p, 'agreement');
  requester uuid := guard.uuid_of(p, 'requested_by');
  organisation uuid := guard.uuid_of(p, 'recipient_organisation');
  public_key text := guard.optional_text_of(p, 'recipient_key', 4000);
  order_kind text := guard.text_of(p, 'kind', 10);
  approved guard.selection;
BEGIN
  PERFORM guard.demand_role(actor, 'data-manager');
  approved := guard.demand_in_force(agreement);
  PERFORM guard.demand_openable(approved);
  PERFORM guard.demand(order_kind = guard.access_of(approved), 'DA005', 'The other way of access was approved, not this one.');
  PERFORM guard.demand_recipient(agreement, approved, organisation, public_key, order_kind);
  PERFORM guard.demand_person(requester);
  PERFORM guard.demand(requester = ANY (guard.interested_in(agreement)), 'DA002',
    'A release is requested by the applicant, a collaborator or a person named in the agreement.');
  PERFORM guard.demand(actor <> requester AND actor <> ALL (guard.interested_in(agreement)), 'DA003',
    'Whoever asks for a release or receives it cannot prepare it.');
  PERFORM guard.demand(actor <> ALL (guard.deciders_of(agreement)) AND requester <> ALL (guard.deciders_of(agreement)),
    'DA003', 'Whoever decided on the application can neither request nor prepare a release.');
  PERFORM guard.demand(NOT EXISTS (SELECT 1 FROM ledger.release_order o WHERE o.run_id = run), 'DA014',
    'This run is ordered already.');
  PERFORM guard.demand_not_released_yet(agreement, approved, organisation);
  INSERT INTO ledger.release_order (run_id, agreement_id, selection_id, digest, requested_by, prepared_by,
      recipient_organisation_id, recipient_key, run_token_sha256, kind, entry_id)
    SELECT run, agreement, a.selection_id, a.digest, requester, actor, organisation, public_key,
      guard.text_of(p, 'run_token_sha256', 64), order_kind,
      guard.enter('order_release', actor, 'password', ticket::text, payload, 'release', run::text)
    FROM ledger.agreement a WHERE a.id = agreement;
  PERFORM guard.pin_objections(run, agreement);
END
$$;

-- What a row must be like to leave: of the approved values, and of nobody whose objection is upheld.
-- A value that was escaped in the canonical text matches no code, and so no row.
CREATE FUNCTION guard.row_condition(filters jsonb, upheld boolean) RETURNS text
LANGUAGE sql AS $$
  SELECT coalesce((
      SELECT string_agg(format(' AND e.%I::text = ANY (%L::text[])', key,
        ARRAY(SELECT jsonb_array_elements_text(value))), '')
      FROM jsonb_each(filters)), '')
    || CASE WHEN upheld THEN
      ' AND NOT EXISTS (SELECT FROM source.objector o WHERE o.person_ref = e.person_ref)'
      ' AND NOT EXISTS (SELECT FROM source.objecting_record r WHERE r.record_ref = e.record_ref)'
    ELSE '' END
$$;
GRANT EXECUTE ON FUNCTION guard.row_condition(jsonb, boolean) TO guard_reader;

DROP FUNCTION guard.build_released_view(uuid, text[], text[], date, date, jsonb);
DROP FUNCTION guard.build_released_counts(uuid, text[], text[], text[], text[], date, date, jsonb, integer, integer);

RESET ROLE;

-- As before, with the condition made by the one function above.
CREATE FUNCTION guard.build_released_view(
  run uuid, columns text[], names text[], first_day date, last_day date, filters jsonb, upheld boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET lock_timeout = '2s'
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
DECLARE
  list text;
  condition text := guard.row_condition(filters, upheld);
  arms text;
BEGIN
  SELECT string_agg(format('e.%I AS %I', c, n), ', ' ORDER BY position) INTO list
    FROM unnest(columns, names) WITH ORDINALITY AS t(c, n, position);
  SELECT string_agg(format(
      'SELECT %s, %L::date AS partition_month FROM source.did_event e '
      'WHERE (SELECT guard.may_read(%L::uuid)) AND e.test_date >= %L::date AND e.test_date <= %L::date%s',
      list, month::date, run, greatest(month::date, first_day),
      least((month + interval '1 month - 1 day')::date, last_day), condition), ' UNION ALL ' ORDER BY month)
    INTO arms
    FROM generate_series(date_trunc('month', first_day::timestamp), last_day::timestamp, interval '1 month') AS month;
  DROP VIEW IF EXISTS pg_temp.released;
  EXECUTE 'CREATE TEMPORARY VIEW released WITH (security_barrier) AS ' || arms;
  GRANT SELECT ON pg_temp.released TO did_release;
END
$$;

-- Counts the approved rows once and says how many counts there are. Makes the totals by each field and of all, suppresses and rounds.
--
-- Hidden at first are the counts below the smallest. Then, where exactly one member of a sum is
-- hidden, the sum would give it away: the smallest other member is hidden as well, a cell before a
-- total, until no sum has a single hidden member. The sums are: the cells of one value of a field
-- with their total, and the totals of a field with the total of all.
CREATE FUNCTION guard.build_released_counts(
  run uuid, codes text[], columns text[], names text[], types text[], first_day date, last_day date, filters jsonb,
  upheld boolean, smallest integer, round_to integer) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER
SET lock_timeout = '2s'
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
DECLARE
  width integer := cardinality(columns);
  condition text := guard.row_condition(filters, upheld);
  cells bigint;
  hidden_now bigint;
  hidden_more bigint;
BEGIN
  DROP VIEW IF EXISTS pg_temp.released;
  DROP TABLE IF EXISTS pg_temp.counted;
  EXECUTE format(
    'CREATE TEMPORARY TABLE counted AS '
    'SELECT NULL::integer AS total_of, ARRAY[%s]::text[] AS key, g.n, g.n < %s AS hidden '
    'FROM (SELECT %s, count(*) AS n FROM source.did_event e '
    'WHERE e.test_date >= %L::date AND e.test_date <= %L::date%s GROUP BY %s) g',
    (SELECT string_agg(format('g.c%s::text', i), ', ' ORDER BY i) FROM generate_series(1, width) AS i),
    smallest,
    (SELECT string_agg(format('e.%I AS c%s', columns[i], i), ', ' ORDER BY i) FROM generate_series(1, width) AS i),
    first_day, last_day, condition,
    (SELECT string_agg(i::text, ', ' ORDER BY i) FROM generate_series(1, width) AS i));
  GET DIAGNOSTICS cells = ROW_COUNT;
  -- With one field a total by it would be the cell again.
  INSERT INTO pg_temp.counted
    SELECT t.field, ARRAY(SELECT CASE WHEN j = t.field THEN t.line END FROM generate_series(1, width) AS j ORDER BY j),
      t.n, t.n < smallest
    FROM (
      SELECT f.i AS field, c.key[f.i] AS line, sum(c.n) AS n
      FROM pg_temp.counted c CROSS JOIN generate_series(1, width) AS f (i)
      WHERE width > 1 GROUP BY 1, 2
    ) t;
  INSERT INTO pg_temp.counted
    SELECT 0, array_fill(NULL::text, ARRAY[width]), sum(c.n), sum(c.n) < smallest
    FROM pg_temp.counted c WHERE c.total_of IS NULL HAVING count(*) > 0;
  ALTER TABLE pg_temp.counted ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY;
  LOOP
    hidden_now := 0;
    FOR field IN 1 .. width LOOP
      UPDATE pg_temp.counted t SET hidden = true FROM (
        SELECT DISTINCT ON (x.sum_of, x.line) x.id
        FROM (
          SELECT m.*, count(*) FILTER (WHERE m.hidden) OVER (PARTITION BY m.sum_of, m.line) AS hidden_members
          FROM (
            SELECT c.id, c.n, c.hidden, c.key, 'value' AS sum_of, c.key[field] AS line, c.total_of IS NOT NULL AS is_total
            FROM pg_temp.counted c WHERE width > 1 AND (c.total_of IS NULL OR c.total_of = field)
            UNION ALL
            SELECT c.id, c.n, c.hidden, c.key, 'all', NULL, c.total_of = 0 IS TRUE
            FROM pg_temp.counted c WHERE c.total_of = 0 OR c.total_of = field OR (width = 1 AND c.total_of IS NULL)
          ) m
        ) x
        WHERE x.hidden_members = 1 AND NOT x.hidden
        ORDER BY x.sum_of, x.line, x.is_total, x.n, x.key
      ) picked
      WHERE t.id = picked.id;
      GET DIAGNOSTICS hidden_more = ROW_COUNT;
      hidden_now := hidden_now + hidden_more;
    END LOOP;
    EXIT WHEN hidden_now = 0;
  END LOOP;
  EXECUTE format(
    'CREATE TEMPORARY VIEW released WITH (security_barrier) AS SELECT %s, '
    'CASE WHEN NOT c.hidden THEN (round(c.n::numeric / %s) * %s)::bigint END AS events, '
    'CASE WHEN c.total_of = 0 THEN ''ALL'' ELSE (%L::text[])[c.total_of] END AS total_of, '
    'sha256(convert_to(coalesce(c.total_of::text, '''') || c.key::text, ''UTF8'')) AS record_ref, '
    '%L::date AS partition_month FROM pg_temp.counted c WHERE (SELECT guard.may_read(%L::uuid))',
    (SELECT string_agg(format('c.key[%s]::%s AS %I', i, types[i], names[i]), ', ' ORDER BY i)
      FROM generate_series(1, width) AS i),
    round_to, round_to, codes, date_trunc('month', first_day::timestamp)::date, run);
  GRANT SELECT ON pg_temp.released TO did_release;
  RETURN cells;
END
$$;

-- How many approved rows were left out because their people object.
CREATE FUNCTION guard.count_withheld(first_day date, last_day date, filters jsonb) RETURNS bigint
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
DECLARE
  withheld bigint;
BEGIN
  EXECUTE 'SELECT count(*) FROM source.did_event e LEFT JOIN source.objector o ON o.person_ref = e.person_ref '
    'LEFT JOIN source.objecting_record r ON r.record_ref = e.record_ref '
    'WHERE e.test_date BETWEEN $1 AND $2 AND (o.person_ref IS NOT NULL OR r.record_ref IS NOT NULL)'
    || guard.row_condition(filters, false)
    INTO withheld USING first_day, last_day;
  RETURN withheld;
END
$$;

ALTER FUNCTION guard.build_released_view(uuid, text[], text[], date, date, jsonb, boolean) OWNER TO guard_reader;
ALTER FUNCTION guard.build_released_counts(uuid, text[], text[], text[], text[], date, date, jsonb, boolean, integer, integer) OWNER TO guard_reader;
ALTER FUNCTION guard.count_withheld(date, date, jsonb) OWNER TO guard_reader;
REVOKE ALL ON FUNCTION guard.build_released_view(uuid, text[], text[], date, date, jsonb, boolean),
  guard.build_released_counts(uuid, text[], text[], text[], text[], date, date, jsonb, boolean, integer, integer),
  guard.count_withheld(date, date, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.build_released_view(uuid, text[], text[], date, date, jsonb, boolean),
  guard.build_released_counts(uuid, text[], text[], text[], text[], date, date, jsonb, boolean, integer, integer),
  guard.count_withheld(date, date, jsonb) TO guard_def;

SET ROLE guard_def;

-- As before; and the rows of people whose objection is upheld are not among those opened.
CREATE OR REPLACE FUNCTION guard.open_release(run uuid, run_token text) RETURNS void
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
DECLARE
  approved guard.selection;
  codes text[];
  columns text[];
  names text[];
  types text[];
  filters jsonb;
  rule guard.disclosure_rule;
  cells bigint;
  upheld boolean;
BEGIN
  PERFORM guard.demand_read_committed();
  PERFORM guard.demand_token(run, run_token);
  approved := guard.demand_releasable_now(run);
  upheld := guard.demand_newest_objections(run);
  -- Noted before anything is read: a withdrawal that goes on at this moment is waited for.
  INSERT INTO guard.open_session (run_id, pid, backend_start) VALUES (run, pg_backend_pid(), guard.session_began());
  SELECT array_agg(c.field_code ORDER BY c.position), array_agg(c.source_column ORDER BY c.position),
      array_agg(c.column_name ORDER BY c.position), array_agg(c.sql_type ORDER BY c.position)
    INTO codes, columns, names, types
    FROM guard.columns_for(approved) c;
  filters := guard.filters_of(approved);
  IF guard.level_of(approved) = 'aggregate' THEN
    SELECT * INTO STRICT rule FROM guard.disclosure_rule r WHERE r.route = guard.access_of(approved);
    cells := guard.build_released_counts(run, codes, columns, names, types, approved.period_from, approved.period_to, filters,
      upheld, rule.smallest, rule.round_to);
    PERFORM guard.demand(cells <= 1000000, 'DA012',
      'The approved fields make more than a million different counts. Approve fewer or coarser ones.');
  ELSE
    IF 'record_ref' <> ALL (names) THEN
      columns := columns || 'record_ref'::text;
      names := names || 'record_ref'::text;
    END IF;
    PERFORM guard.build_released_view(run, columns, names, approved.period_from, approved.period_to, filters, upheld);
  END IF;
END
$$;

-- As before; and what was ordered under an older list of objections is not published.
CREATE OR REPLACE FUNCTION guard.publish_release(ticket uuid, payload text) RETURNS void
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
DECLARE
  actor uuid := guard.redeem(ticket, 'publish_release', payload);
  p jsonb := guard.read_payload(payload);
  run uuid := guard.uuid_of(p, 'run');
  o ledger.release_order;
BEGIN
  PERFORM guard.demand_role(actor, 'data-manager');
  o := guard.demand_run_stands(run);
  PERFORM guard.demand(actor <> o.prepared_by, 'DA003', 'You prepared this release. A second person publishes it.');
  PERFORM guard.demand(
    actor <> o.requested_by AND actor <> ALL (guard.interested_in(o.agreement_id)) AND actor <> ALL (guard.deciders_of(o.agreement_id)),
    'DA003', 'Whoever asked, decided or receives cannot publish.');
  PERFORM guard.demand(NOT EXISTS (SELECT 1 FROM source.withdrawn_release w WHERE w.run_id = run), 'DA008',
    'Rows that it read were withdrawn by their provider. Cancel it and order it anew.');
  PERFORM guard.demand_newest_objections(run);
  PERFORM guard.demand_not_released_yet(o.agreement_id, guard.demand_releasable_now(run), o.recipient_organisation_id);
  INSERT INTO ledger.release_publication (run_id, published_by, package_sha256, entry_id)
    VALUES (run, actor, guard.text_of(p, 'package_sha256', 64),
      guard.enter('publish_release', actor, 'password', ticket::text, payload, 'release', run::text));
END
$$;

-- What became of objections in a run: the ground where they are not upheld, otherwise the list and how many
-- approved rows were left out. The list's digest is not told: of a short list it would give the numbers away.
CREATE FUNCTION guard.objections_of(run uuid, run_token text)
  RETURNS TABLE (ground text, list_id integer, as_of date, withheld_rows bigint)
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
DECLARE
  approved guard.selection;
BEGIN
  PERFORM guard.demand_token(run, run_token);
  approved := guard.demand_releasable_now(run);
  IF guard.demand_newest_objections(run) THEN
    RETURN QUERY SELECT NULL::text, l.id, l.as_of,
        guard.count_withheld(approved.period_from, approved.period_to, guard.filters_of(approved))
      FROM ledger.run_objections r JOIN source.objection_list l ON l.id = r.list_id WHERE r.run_id = run;
  ELSE
    RETURN QUERY SELECT x.ground, NULL::integer, NULL::date, 0::bigint
      FROM ledger.agreement_objections x JOIN ledger.release_order o ON o.agreement_id = x.agreement_id
      WHERE o.run_id = run;
  END IF;
END
$$;
GRANT EXECUTE ON FUNCTION guard.objections_of(uuid, text) TO did_release;

RESET ROLE;
