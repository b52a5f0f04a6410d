-- What an organisation already holds can tell, together with a new release, what neither tells alone: the
-- rows that are in one of them only stand apart. Before a release is published it is compared with each
-- release that the same organisation got, under this agreement or another, and whoever publishes confirms
-- how many people that could single out.
SET LOCAL ROLE guard_ledger;
CREATE INDEX release_order_recipient ON ledger.release_order (recipient_organisation_id);

-- What a comparison found. Each attempt of a preparation compares anew; the last one counts.
CREATE TABLE ledger.release_comparison (
  run_id         uuid NOT NULL REFERENCES ledger.release_order (run_id),
  held_run_id    uuid NOT NULL REFERENCES ledger.release_order (run_id),
  compared_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  rows_only_new  bigint NOT NULL CHECK (rows_only_new >= 0),
  rows_only_held bigint NOT NULL CHECK (rows_only_held >= 0),
  smallest_group bigint,
  singled_out    bigint NOT NULL CHECK (singled_out >= 0),
  PRIMARY KEY (run_id, held_run_id, compared_at)
);
COMMENT ON COLUMN ledger.release_comparison.smallest_group IS
  'people in the smallest group among the rows that stand apart; null where none does';
COMMENT ON COLUMN ledger.release_comparison.singled_out IS
  'people in groups of fewer than ten among the rows that stand apart';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.release_comparison
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
ALTER TABLE ledger.release_comparison ENABLE ALWAYS TRIGGER append_only;
GRANT SELECT, INSERT ON ledger.release_comparison TO guard_def;
GRANT SELECT ON ledger.release_comparison TO did_app, did_auditor;
RESET ROLE;

-- Compares rows that may be read now with those that counted when the other release was read, in the days
-- that both cover. Rows stand apart that only one of the two has; they are grouped by the columns that both
-- show. A corrected record is in both.
CREATE FUNCTION guard.compare_rows(
  first_day date, last_day date, filters jsonb, upheld boolean,
  held_filters jsonb, held_upheld boolean, held_from timestamptz, held_until timestamptz, columns text[], by_month boolean,
  OUT rows_only_new bigint, OUT rows_only_held bigint, OUT smallest_group bigint, OUT singled_out bigint)
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
  shown text;
  held_condition text := guard.row_condition(held_filters, held_upheld);
BEGIN
  shown := coalesce((SELECT string_agg(format('e.%I', c), ', ' ORDER BY c) FROM unnest(columns) AS c), '''all''::text AS all_of_them');
  IF by_month THEN
    shown := shown || ', date_trunc(''month'', e.test_date::timestamp)::date AS partition_month';
  END IF;
  EXECUTE format(
    'WITH fresh AS ('
    '  SELECT e.record_ref, e.person_ref, %1$s FROM source.did_event e WHERE e.test_date BETWEEN $1 AND $2%2$s), '
    'held AS ('
    '  SELECT e.record_ref, e.person_ref, %1$s FROM source.did_event e '
    '  JOIN source.submission_summary own ON own.id = e.submission_id '
    '  WHERE e.test_date BETWEEN $1 AND $2 AND own.loaded_at < $4%3$s '
    '  UNION ALL '
    '  SELECT e.record_ref, e.person_ref, %1$s FROM source.did_event_replaced e '
    '  JOIN source.submission_summary own ON own.id = e.submission_id '
    '  LEFT JOIN source.submission_summary successor ON successor.id = e.replaced_by '
    '  LEFT JOIN source.withdrawal w ON w.submission_id = e.submission_id AND e.replaced_by IS NULL '
    '  WHERE e.test_date BETWEEN $1 AND $2 AND own.loaded_at < $4 '
    '  AND coalesce(successor.loaded_at, w.withdrawn_at) > $3%3$s), '
    'apart AS ('
    '  SELECT true AS is_new, f.* FROM fresh f WHERE NOT EXISTS (SELECT FROM held h WHERE h.record_ref = f.record_ref) '
    '  UNION ALL '
    '  SELECT false, h.* FROM held h WHERE NOT EXISTS (SELECT FROM fresh f WHERE f.record_ref = h.record_ref)), '
    'groups AS ('
    '  SELECT a.is_new, count(*) AS n, count(DISTINCT a.person_ref) AS people '
    '  FROM apart a GROUP BY a.is_new, to_jsonb(a) - ''is_new'' - ''record_ref'' - ''person_ref'') '
    'SELECT coalesce(sum(n) FILTER (WHERE is_new), 0), coalesce(sum(n) FILTER (WHERE NOT is_new), 0), '
    '  min(people), coalesce(sum(people) FILTER (WHERE people < 10), 0) FROM groups',
    shown, guard.row_condition(filters, upheld), held_condition)
    INTO rows_only_new, rows_only_held, smallest_group, singled_out
    USING first_day, last_day, held_from, held_until;
END
$$;
ALTER FUNCTION guard.compare_rows(date, date, jsonb, boolean, jsonb, boolean, timestamptz, timestamptz, text[], boolean)
  OWNER TO guard_reader;
REVOKE ALL ON FUNCTION guard.compare_rows(date, date, jsonb, boolean, jsonb, boolean, timestamptz, timestamptz, text[], boolean)
  FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
  guard.compare_rows(date, date, jsonb, boolean, jsonb, boolean, timestamptz, timestamptz, text[], boolean) TO guard_def;

SET ROLE guard_def;

-- The releases that the recipient of a run got before: of each selection under an agreement the last one,
-- recalled ones as well, because nobody knows here whether every copy is gone.
CREATE FUNCTION guard.held_by_recipient(run uuid) RETURNS SETOF ledger.release_order
LANGUAGE sql AS $$
  SELECT DISTINCT ON (h.agreement_id, h.digest) h.*
  FROM ledger.release_order o
  JOIN ledger.release_order h ON h.recipient_organisation_id = o.recipient_organisation_id AND h.run_id <> o.run_id
  JOIN ledger.release_publication p ON p.run_id = h.run_id
  WHERE o.run_id = run AND h.kind = 'extract'
  ORDER BY h.agreement_id, h.digest, h.at DESC, h.run_id
$$;

-- Whether a released column is one of those that could together single somebody out.
CREATE FUNCTION guard.is_quasi_identifier(column_name text) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN column_name ~ '^(age|ethnic_|gender_|lsoa_|location_|gp_code|ccg_)';

-- These columns of a selection; of counts every column is one.
CREATE FUNCTION guard.quasi_identifiers(approved guard.selection) RETURNS text[]
LANGUAGE sql AS $$
  SELECT coalesce(array_agg(DISTINCT c.source_column), '{}') FROM guard.columns_for(approved) c
  WHERE guard.level_of(approved) = 'aggregate' OR guard.is_quasi_identifier(c.column_name)
$$;

CREATE FUNCTION guard.compare_with(run uuid, approved guard.selection, upheld boolean, held ledger.release_order) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  theirs guard.selection := guard.selection_as_decided(held.selection_id, held.digest);
  reading record;
  found_apart record;
BEGIN
  SELECT r.first_opened, least(r.last_read, e.at) AS last_read INTO reading
    FROM guard.reading_of(held.run_id) r, ledger.release_publication p JOIN ledger.entry e ON e.id = p.entry_id
    WHERE p.run_id = held.run_id;
  SELECT * INTO found_apart FROM guard.compare_rows(
    greatest(approved.period_from, theirs.period_from), least(approved.period_to, theirs.period_to),
    guard.filters_of(approved), upheld, guard.filters_of(theirs),
    -- Who objected when the other was read is known only while that list counts; otherwise they may be in it.
    EXISTS (SELECT 1 FROM ledger.run_objections r
      WHERE r.run_id = held.run_id AND r.list_id = (SELECT max(l.id) FROM source.objection_list l)),
    coalesce(reading.first_opened, '-infinity'), coalesce(reading.last_read, 'infinity'),
    ARRAY(SELECT c FROM unnest(guard.quasi_identifiers(approved)) AS c
      INTERSECT SELECT c FROM unnest(guard.quasi_identifiers(theirs)) AS c),
    guard.level_of(approved) = 'row-level' AND guard.level_of(theirs) = 'row-level');
  INSERT INTO ledger.release_comparison (run_id, held_run_id, rows_only_new, rows_only_held, smallest_group, singled_out)
    VALUES (run, held.run_id, found_apart.rows_only_new, found_apart.rows_only_held, found_apart.smallest_group,
      found_apart.singled_out);
END
$$;

CREATE FUNCTION guard.compare_release(run uuid, run_token text) RETURNS void
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
  upheld boolean;
BEGIN
  PERFORM guard.demand_token(run, run_token);
  approved := guard.demand_releasable_now(run);
  upheld := guard.demand_newest_objections(run);
  PERFORM guard.compare_with(run, approved, upheld, h) FROM guard.held_by_recipient(run) h;
END
$$;
GRANT EXECUTE ON FUNCTION guard.compare_release(uuid, text) TO did_release;

-- What the last comparison found, one a release that the recipient holds now.
CREATE FUNCTION guard.differences_of(run uuid) RETURNS SETOF ledger.release_comparison
LANGUAGE sql SECURITY DEFINER
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
  SELECT c.* FROM guard.held_by_recipient(run) h CROSS JOIN LATERAL (
    SELECT * FROM ledger.release_comparison x
    WHERE x.run_id = run AND x.held_run_id = h.run_id ORDER BY x.compared_at DESC LIMIT 1) c
$$;
GRANT EXECUTE ON FUNCTION guard.differences_of(uuid) TO did_app;

-- Compared with everything that the organisation holds, and the number that came of it was confirmed.
CREATE FUNCTION guard.demand_compared(run uuid, accepted text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  singled_out bigint;
BEGIN
  -- Of two that are published at once the second sees the first.
  PERFORM pg_advisory_xact_lock(hashtextextended('held by ' || o.recipient_organisation_id, 0))
    FROM ledger.release_order o WHERE o.run_id = run;
  PERFORM guard.demand(
    NOT EXISTS (SELECT 1 FROM guard.held_by_recipient(run) h
      WHERE NOT EXISTS (SELECT 1 FROM ledger.release_comparison c WHERE c.run_id = run AND c.held_run_id = h.run_id)),
    'DA008', 'It was not compared with a release that the organisation holds. Cancel it and order it anew.');
  SELECT coalesce(sum(c.singled_out), 0) INTO singled_out FROM guard.differences_of(run) c;
  PERFORM guard.demand(coalesce(accepted, '0') = singled_out::text, 'DA012', format(
    'Up to %s people could be singled out by comparing it with what the organisation holds. Confirm that number, or cancel it.',
    singled_out));
END
$$;

-- As before; and it was compared with what the organisation holds, and the result confirmed.
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
  PERFORM guard.demand_compared(run, guard.optional_text_of(p, 'accepted_singled_out', 20));
  INSERT INTO ledger.release_publication (run_id, published_by, package_sha256, entry_id)
    VALUES (run, actor, guard.text_of(p, 'package_sha256', 64),
      guard.enter('publish_release', actor, 'password', ticket::text, payload, 'release', run::text));
END
$$;

RESET ROLE;
