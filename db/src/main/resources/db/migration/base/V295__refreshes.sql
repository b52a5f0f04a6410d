-- An agreement for monthly refreshes can have a standing order: each month the data are prepared by
-- themselves, in full or as what changed since the last one. Nobody prepared them then, so two people
-- release them: one checks with a ticket of their own, and another publishes.
SET LOCAL ROLE guard_ledger;

CREATE TABLE ledger.standing_order (
  id                        uuid PRIMARY KEY,
  agreement_id              uuid NOT NULL REFERENCES ledger.agreement (id),
  requested_by              uuid NOT NULL,
  ordered_by                uuid NOT NULL,
  recipient_organisation_id uuid NOT NULL,
  recipient_key             text NOT NULL,
  content                   text NOT NULL CHECK (content IN ('full', 'changes')),
  entry_id                  bigint NOT NULL REFERENCES ledger.entry (id)
);
COMMENT ON COLUMN ledger.standing_order.ordered_by IS 'the data manager who prepares by it, month for month';
CREATE INDEX standing_order_agreement ON ledger.standing_order (agreement_id);

CREATE TABLE ledger.standing_order_end (
  standing_order_id uuid PRIMARY KEY REFERENCES ledger.standing_order (id),
  reason            text NOT NULL,
  entry_id          bigint NOT NULL REFERENCES ledger.entry (id)
);

-- One row for each run that a standing order brought about.
CREATE TABLE ledger.refresh (
  run_id            uuid PRIMARY KEY REFERENCES ledger.release_order (run_id),
  standing_order_id uuid NOT NULL REFERENCES ledger.standing_order (id),
  content           text NOT NULL CHECK (content IN ('full', 'changes')),
  base_run_id       uuid REFERENCES ledger.refresh (run_id),
  due_month         date NOT NULL CHECK (extract(day FROM due_month) = 1),
  CHECK (content = 'full' OR base_run_id IS NOT NULL)
);
COMMENT ON COLUMN ledger.refresh.base_run_id IS 'what the recipient holds already and this one follows on; null where it stands alone';
CREATE INDEX refresh_standing_order ON ledger.refresh (standing_order_id, due_month);

CREATE TABLE ledger.refresh_check (
  run_id     uuid PRIMARY KEY REFERENCES ledger.refresh (run_id),
  checked_by uuid NOT NULL,
  entry_id   bigint NOT NULL REFERENCES ledger.entry (id)
);

DO $$
DECLARE
  t regclass;
BEGIN
  FOREACH t IN ARRAY ARRAY['ledger.standing_order', 'ledger.standing_order_end', 'ledger.refresh', 'ledger.refresh_check']::regclass[]
  LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %s '
      'FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change()', t);
    EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER append_only', t);
    EXECUTE format('GRANT SELECT, INSERT ON %s TO guard_def', t);
    EXECUTE format('GRANT SELECT ON %s TO did_app, did_auditor', t);
  END LOOP;
END
$$;
RESET ROLE;

SET ROLE guard_def;

-- What whoever orders a release must be, and whoever asked for it; the same once and month for month.
CREATE FUNCTION guard.demand_may_order(
  actor uuid, requester uuid, agreement uuid, approved guard.selection, organisation uuid, public_key text, order_kind text)
  RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM guard.demand_role(actor, 'data-manager');
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
  PERFORM guard.demand_may_order(actor, requester, agreement, approved, organisation, public_key, order_kind);
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

-- Changes are told by record, so that the recipient must have the records' tokens; counts have none.
CREATE FUNCTION guard.demand_refreshable(approved guard.selection, content text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM guard.demand(approved.refresh = 'monthly', 'DA005', 'The approval is for one release, not for monthly refreshes.');
  PERFORM guard.demand(
    content = 'full' OR (guard.level_of(approved) = 'row-level'
      AND EXISTS (SELECT 1 FROM guard.columns_for(approved) c WHERE c.field_code = 'SUBMISSION_DATA_ID')), 'DA005',
    'Changes are told by the token of each record (SUBMISSION_DATA_ID), which is not among the approved fields. Order refreshes in full.');
END
$$;

CREATE FUNCTION guard.order_refreshes(ticket uuid, payload text) RETURNS void
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
  actor uuid := guard.redeem(ticket, 'order_refreshes', payload);
  p jsonb := guard.read_payload(payload);
  new_id uuid := guard.uuid_of(p, 'standing_order');
  agreement uuid := guard.uuid_of(p, 'agreement');
  requester uuid := guard.uuid_of(p, 'requested_by');
  organisation uuid := guard.uuid_of(p, 'recipient_organisation');
  public_key text := guard.text_of(p, 'recipient_key', 4000);
  content text := guard.text_of(p, 'content', 10);
  approved guard.selection;
BEGIN
  approved := guard.demand_in_force(agreement);
  PERFORM guard.demand_may_order(actor, requester, agreement, approved, organisation, public_key, 'extract');
  PERFORM guard.demand(content IN ('full', 'changes'), 'DA012', 'Refreshes are full, or changes alone.');
  PERFORM guard.demand_refreshable(approved, content);
  -- Of two that are given at once the second sees the first.
  PERFORM pg_advisory_xact_lock(hashtextextended(agreement::text, 0));
  PERFORM guard.demand(
    NOT EXISTS (SELECT 1 FROM ledger.standing_order s WHERE s.id = new_id)
    AND NOT EXISTS (SELECT 1 FROM ledger.standing_order s
      WHERE s.agreement_id = agreement AND s.recipient_organisation_id = organisation
        AND NOT EXISTS (SELECT 1 FROM ledger.standing_order_end e WHERE e.standing_order_id = s.id)), 'DA014',
    'This recipient has a standing order already. End it first.');
  INSERT INTO ledger.standing_order (id, agreement_id, requested_by, ordered_by, recipient_organisation_id, recipient_key,
      content, entry_id)
    VALUES (new_id, agreement, requester, actor, organisation, public_key, content,
      guard.enter('order_refreshes', actor, 'password', ticket::text, payload, 'agreement', agreement::text));
END
$$;

-- Ending closes: it needs no ticket and always works.
CREATE FUNCTION guard.end_refreshes(standing_order uuid, actor uuid, reason text) RETURNS void
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
  s ledger.standing_order;
BEGIN
  SELECT * INTO s FROM ledger.standing_order x WHERE x.id = standing_order;
  PERFORM guard.demand(s.id IS NOT NULL, 'DA012', 'There is no such standing order.');
  INSERT INTO ledger.standing_order_end (standing_order_id, reason, entry_id)
    SELECT s.id, coalesce(end_refreshes.reason, ''), guard.enter_closing('end_refreshes', actor,
      jsonb_build_object('standing_order', s.id, 'reason', end_refreshes.reason), 'agreement', s.agreement_id::text)
    WHERE NOT EXISTS (SELECT 1 FROM ledger.standing_order_end e WHERE e.standing_order_id = s.id);
END
$$;

-- Whether the recipient holds what this run left and all that it follows on: nothing of it was recalled.
CREATE FUNCTION guard.is_held(run uuid) RETURNS boolean
LANGUAGE sql AS $$
  WITH RECURSIVE chain AS (
    SELECT r.run_id, r.content, r.base_run_id FROM ledger.refresh r WHERE r.run_id = run
    UNION ALL
    SELECT b.run_id, b.content, b.base_run_id FROM chain c JOIN ledger.refresh b ON b.run_id = c.base_run_id
    WHERE c.content = 'changes')
  SELECT coalesce(bool_and(
    EXISTS (SELECT 1 FROM ledger.release_publication p WHERE p.run_id = c.run_id)
    AND NOT EXISTS (SELECT 1 FROM ledger.release_recall x WHERE x.run_id = c.run_id)), false) FROM chain c
$$;

-- The last refresh that the recipient got by a standing order, where they still hold all of it.
CREATE FUNCTION guard.base_of_refresh(standing_order uuid) RETURNS uuid
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
  SELECT last.run_id FROM (
    SELECT r.run_id FROM ledger.refresh r JOIN ledger.release_publication p ON p.run_id = r.run_id
    WHERE r.standing_order_id = standing_order ORDER BY p.entry_id DESC LIMIT 1) last
  WHERE guard.is_held(last.run_id)
$$;

-- Orders the refresh of this month by a standing order. Nobody acts, so that no ticket is asked for; the standing
-- order had one. Everything that it stood on must still hold.
CREATE FUNCTION guard.order_refresh(payload text) RETURNS void
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
  p jsonb := guard.read_payload(payload);
  run uuid := guard.uuid_of(p, 'run');
  content text := guard.text_of(p, 'content', 10);
  base uuid := guard.optional_text_of(p, 'base', 36)::uuid;
  month date := date_trunc('month', guard.today()::timestamp)::date;
  s ledger.standing_order;
  approved guard.selection;
BEGIN
  SELECT * INTO s FROM ledger.standing_order x WHERE x.id = guard.uuid_of(p, 'standing_order');
  PERFORM guard.demand(s.id IS NOT NULL, 'DA012', 'There is no such standing order.');
  PERFORM pg_advisory_xact_lock(hashtextextended(s.agreement_id::text, 0));
  PERFORM guard.demand(NOT EXISTS (SELECT 1 FROM ledger.standing_order_end e WHERE e.standing_order_id = s.id), 'DA008',
    'The standing order was ended.');
  approved := guard.demand_in_force(s.agreement_id);
  PERFORM guard.demand_may_order(s.ordered_by, s.requested_by, s.agreement_id, approved, s.recipient_organisation_id,
    s.recipient_key, 'extract');
  PERFORM guard.demand_refreshable(approved, content);
  PERFORM guard.demand(content = 'full' OR (content = s.content AND base IS NOT NULL), 'DA005',
    'Changes are not what was ordered, or follow on nothing.');
  PERFORM guard.demand(base IS NOT DISTINCT FROM guard.base_of_refresh(s.id) OR (base IS NULL AND content = 'full'), 'DA008',
    'The recipient does not hold what these changes follow on. Order it in full.');
  PERFORM guard.demand(
    NOT EXISTS (SELECT 1 FROM ledger.refresh r WHERE r.standing_order_id = s.id
      AND r.due_month = month AND NOT EXISTS (SELECT 1 FROM ledger.release_recall x WHERE x.run_id = r.run_id))
    AND NOT EXISTS (SELECT 1 FROM ledger.release_order o WHERE o.run_id = run), 'DA014',
    'The refresh of this month was ordered already.');
  INSERT INTO ledger.release_order (run_id, agreement_id, selection_id, digest, requested_by, prepared_by,
      recipient_organisation_id, recipient_key, run_token_sha256, kind, entry_id)
    SELECT run, a.id, a.selection_id, a.digest, s.requested_by, s.ordered_by, s.recipient_organisation_id, s.recipient_key,
      guard.text_of(p, 'run_token_sha256', 64), 'extract',
      guard.enter('order_refresh', NULL, 'none', NULL, payload, 'release', run::text)
    FROM ledger.agreement a WHERE a.id = s.agreement_id;
  INSERT INTO ledger.refresh (run_id, standing_order_id, content, base_run_id, due_month)
    VALUES (run, s.id, content, base, month);
  PERFORM guard.pin_objections(run, s.agreement_id);
END
$$;

-- Standing orders that may be due: not ended, under an agreement in force, and not served in this month.
CREATE FUNCTION guard.open_standing_orders() RETURNS SETOF uuid
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
  SELECT s.id FROM ledger.standing_order s
  WHERE NOT EXISTS (SELECT 1 FROM ledger.standing_order_end e WHERE e.standing_order_id = s.id)
    AND NOT EXISTS (SELECT 1 FROM ledger.refresh r WHERE r.standing_order_id = s.id
      AND r.due_month = date_trunc('month', guard.today()::timestamp)::date
      AND NOT EXISTS (SELECT 1 FROM ledger.release_recall x WHERE x.run_id = r.run_id))
    AND guard.agreement_state(s.agreement_id) = 'active'
  ORDER BY s.entry_id
$$;

-- The first of the two people. Whoever gave the standing order may be it: they prepared nothing this month.
CREATE FUNCTION guard.check_refresh(ticket uuid, payload text) RETURNS void
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
  actor uuid := guard.redeem(ticket, 'check_refresh', payload);
  p jsonb := guard.read_payload(payload);
  run uuid := guard.uuid_of(p, 'run');
  o ledger.release_order;
BEGIN
  PERFORM guard.demand_role(actor, 'data-manager');
  o := guard.demand_run_stands(run);
  PERFORM guard.demand(EXISTS (SELECT 1 FROM ledger.refresh r WHERE r.run_id = run), 'DA012', 'This run is no refresh.');
  PERFORM guard.demand(NOT EXISTS (SELECT 1 FROM ledger.refresh_check c WHERE c.run_id = run), 'DA014', 'It was checked already.');
  PERFORM guard.demand(
    actor <> o.requested_by AND actor <> ALL (guard.interested_in(o.agreement_id)) AND actor <> ALL (guard.deciders_of(o.agreement_id)),
    'DA003', 'Whoever asked, decided or receives cannot check.');
  INSERT INTO ledger.refresh_check (run_id, checked_by, entry_id)
    VALUES (run, actor, guard.enter('check_refresh', actor, 'password', ticket::text, payload, 'release', run::text));
END
$$;

-- Two people: one checked the refresh, and this is another.
CREATE FUNCTION guard.demand_checked_by_another(run uuid, actor uuid) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM guard.demand(
    NOT EXISTS (SELECT 1 FROM ledger.refresh r WHERE r.run_id = run)
    OR EXISTS (SELECT 1 FROM ledger.refresh_check c WHERE c.run_id = run AND c.checked_by <> actor), 'DA003',
    'A refresh prepares itself, so that two people release it: one checks, and another publishes.');
END
$$;

-- As before; and a refresh that follows on another is published while the recipient holds that one.
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
  PERFORM guard.demand_checked_by_another(run, actor);
  PERFORM guard.demand(NOT EXISTS (SELECT 1 FROM source.withdrawn_release w WHERE w.run_id = run), 'DA008',
    'Rows that it read were withdrawn by their provider. Cancel it and order it anew.');
  PERFORM guard.demand_newest_objections(run);
  PERFORM guard.demand_not_released_yet(o.agreement_id, guard.demand_releasable_now(run), o.recipient_organisation_id);
  PERFORM guard.demand(
    NOT EXISTS (SELECT 1 FROM ledger.refresh r WHERE r.run_id = run AND r.content = 'changes'
      AND r.base_run_id IS DISTINCT FROM guard.base_of_refresh(r.standing_order_id)), 'DA008',
    'The recipient does not hold what these changes follow on. Cancel it: the next one is in full.');
  PERFORM guard.demand_compared(run, guard.optional_text_of(p, 'accepted_singled_out', 20));
  INSERT INTO ledger.release_publication (run_id, published_by, package_sha256, entry_id)
    VALUES (run, actor, guard.text_of(p, 'package_sha256', 64),
      guard.enter('publish_release', actor, 'password', ticket::text, payload, 'release', run::text));
END
$$;

REVOKE ALL ON FUNCTION guard.order_refreshes(uuid, text), guard.end_refreshes(uuid, uuid, text), guard.order_refresh(text),
  guard.base_of_refresh(uuid), guard.open_standing_orders(), guard.check_refresh(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.order_refreshes(uuid, text), guard.end_refreshes(uuid, uuid, text), guard.order_refresh(text),
  guard.base_of_refresh(uuid), guard.open_standing_orders(), guard.check_refresh(uuid, text) TO did_app;

RESET ROLE;
