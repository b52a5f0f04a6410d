-- An approval covers a selection when everything in it was approved: set inclusion over rows,
-- computed here and, independently, in Java.
SET ROLE guard_def;

-- The fields that a decision lets out: as they are, as the coarser field it named, or computable from
-- one of these by the catalogue (whoever allowed the age allowed its band), unless this decision
-- struck or coarsened that very field.
CREATE FUNCTION guard.fields_let_out(decision uuid, s guard.selection) RETURNS text[]
LANGUAGE sql AS $$
  WITH RECURSIVE allowed(field) AS (
    SELECT f.field_code FROM ledger.decision_field f
      WHERE f.decision_id = decision AND f.outcome = 'approve' AND f.field_code = ANY (s.fields)
    UNION
    SELECT f.coarser_field FROM ledger.decision_field f
      WHERE f.decision_id = decision AND f.outcome = 'coarsen' AND f.field_code = ANY (s.fields)
  ), computable(field) AS (
    SELECT field FROM allowed
    UNION
    SELECT c.field_code FROM ledger.field_column c JOIN computable k ON k.field = ANY (c.coarser_than)
      WHERE c.data_set = guard.data_set_of(s) AND c.version = guard.version_of(s)
  )
  SELECT ARRAY(
    SELECT field FROM allowed
    UNION
    SELECT k.field FROM computable k WHERE NOT EXISTS (
      SELECT 1 FROM ledger.decision_field f
      WHERE f.decision_id = decision AND f.field_code = k.field AND f.outcome <> 'approve'))
$$;

CREATE FUNCTION guard.is_within(wanted guard.selection, approved guard.selection, let_out text[]) RETURNS boolean
LANGUAGE sql AS $$
  SELECT wanted.fixed = approved.fixed
    AND wanted.fields <@ let_out
    AND (wanted.refresh = approved.refresh OR (wanted.refresh = 'once' AND approved.refresh = 'monthly'))
    AND wanted.period_from >= approved.period_from AND wanted.period_to <= approved.period_to
    AND wanted.recipients <@ approved.recipients
    AND approved.kinds <@ wanted.kinds
    AND NOT EXISTS (
      SELECT 1 FROM unnest(wanted.filters) AS f
      WHERE split_part(f, '=', 1) = ANY (approved.kinds) AND f <> ALL (approved.filters))
$$;

-- False, too, where the stored selection is no longer the one that was decided on.
CREATE FUNCTION guard.covers_selection(d ledger.decision, wanted guard.selection) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
  canonical text := guard.selection_text(d.selection_id);
  approved guard.selection;
BEGIN
  IF guard.sha256_hex(canonical) IS DISTINCT FROM d.digest OR d.outcome NOT IN ('approve', 'approve-with-conditions') THEN
    RETURN false;
  END IF;
  approved := guard.read_selection(canonical);
  RETURN coalesce(guard.is_within(wanted, approved, guard.fields_let_out(d.id, approved)), false);
END
$$;

CREATE FUNCTION guard.covers(decision_id uuid, selection_id uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  d ledger.decision;
BEGIN
  SELECT * INTO d FROM ledger.decision x WHERE x.id = covers.decision_id;
  RETURN d.id IS NOT NULL
    AND guard.covers_selection(d, guard.read_selection(guard.selection_text(covers.selection_id)));
END
$$;

-- The last word of a slot's holder, or of whoever held it before, on an application: only that
-- counts. A withdrawn last word does not bring an earlier one back.
CREATE FUNCTION guard.last_word(application uuid, holder uuid, path uuid[]) RETURNS ledger.decision
LANGUAGE sql AS $$
  SELECT d FROM ledger.decision d JOIN ledger.submission s USING (version_id)
  WHERE s.application_id = application AND (d.holder_organisation_id = holder OR d.holder_organisation_id = ANY (path))
  ORDER BY d.entry_id DESC LIMIT 1
$$;

CREATE FUNCTION guard.word_on(d ledger.decision, wanted guard.selection) RETURNS text
LANGUAGE plpgsql AS $$
BEGIN
  RETURN CASE
    WHEN d.id IS NULL THEN 'no-decision'
    WHEN EXISTS (SELECT 1 FROM ledger.decision_withdrawn w WHERE w.decision_id = d.id) THEN 'withdrawn'
    WHEN d.outcome = 'defer' THEN 'deferred'
    WHEN d.outcome = 'reject' THEN 'rejected'
    WHEN guard.covers_selection(d, wanted) THEN 'covered'
    ELSE 'not-covering'
  END;
END
$$;

-- How each slot of the data set stands towards a selection of an application, today.
CREATE FUNCTION guard.slots_towards(application uuid, wanted guard.selection)
  RETURNS TABLE (controllership_id uuid, holder_organisation_id uuid, satisfied boolean, blocked boolean,
    decision_id uuid, reason text, word text)
LANGUAGE plpgsql AS $$
DECLARE
  slot record;
  d ledger.decision;
BEGIN
  FOR slot IN
    SELECT h.*, EXISTS (SELECT 1 FROM ledger.organisation_end e
        WHERE e.organisation_id = h.holder_organisation_id AND e.ended_on <= guard.today()) AS dissolved
    FROM guard.slot_holders(guard.data_set_of(wanted), guard.today()) h ORDER BY 1, 3
  LOOP
    d := guard.last_word(application, slot.holder_organisation_id, slot.path);
    controllership_id := slot.controllership_id;
    holder_organisation_id := slot.holder_organisation_id;
    blocked := slot.dissolved;
    decision_id := d.id;
    word := guard.word_on(d, wanted);
    satisfied := word = 'covered' AND NOT blocked;
    reason := CASE WHEN blocked THEN 'blocked' ELSE word END;
    RETURN NEXT;
  END LOOP;
END
$$;

CREATE FUNCTION guard.slot_state(version_id uuid)
  RETURNS TABLE (controllership_id uuid, holder_organisation_id uuid, satisfied boolean, blocked boolean,
    decision_id uuid, reason text)
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  v ledger.submission;
BEGIN
  SELECT * INTO v FROM ledger.submission s WHERE s.version_id = slot_state.version_id;
  PERFORM guard.demand(v.version_id IS NOT NULL, 'DA012', 'This version was not submitted.');
  RETURN QUERY
    SELECT t.controllership_id, t.holder_organisation_id, t.satisfied, t.blocked, t.decision_id, t.reason
    FROM guard.slots_towards(v.application_id, guard.selection_as_decided(v.selection_id, v.digest)) t;
END
$$;

-- Refuses unless every slot is satisfied and not blocked, and every condition precedent is met.
CREATE FUNCTION guard.demand_approved(application uuid, wanted guard.selection) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  slot record;
  slots integer := 0;
BEGIN
  PERFORM guard.demand(
    NOT EXISTS (SELECT 1 FROM ledger.submission_withdrawn w WHERE w.application_id = application),
    'DA008', 'The application was withdrawn.');
  FOR slot IN
    SELECT t.*, o.name FROM guard.slots_towards(application, wanted) t
    JOIN ledger.organisation o ON o.id = t.holder_organisation_id ORDER BY t.blocked DESC
  LOOP
    slots := slots + 1;
    PERFORM guard.demand(NOT slot.blocked, 'DA006',
      format('%s was dissolved and no successor is recorded. An officer records who follows it.', slot.name));
    PERFORM guard.demand(slot.satisfied, 'DA005', format('%s has not approved this selection (%s).', slot.name, slot.reason));
    PERFORM guard.demand(
      NOT EXISTS (SELECT 1 FROM ledger.decision_condition c WHERE c.decision_id = slot.decision_id AND c.precedent
        AND NOT EXISTS (SELECT 1 FROM ledger.condition_met m WHERE m.condition_id = c.id)),
      'DA009', format('A condition of %s has to be met first.', slot.name));
  END LOOP;
  PERFORM guard.demand(slots > 0, 'DA005', 'The data set has no controller who could approve.');
END
$$;

-- What every controller's last word together leaves of a version: each field as asked, as a coarser
-- one, or struck. Two different coarser fields meet in the one that the catalogue calls coarser;
-- where it orders neither, the field is struck.
CREATE FUNCTION guard.effective_fields(version_id uuid) RETURNS TABLE (field_code text, outcome text, coarser_field text)
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  v ledger.submission;
  wanted guard.selection;
  deciding uuid[];
  targets text[];
  target text;
  fallen boolean;
BEGIN
  SELECT * INTO v FROM ledger.submission s WHERE s.version_id = effective_fields.version_id;
  wanted := guard.selection_as_decided(v.selection_id, v.digest);
  deciding := ARRAY(SELECT t.decision_id FROM guard.slots_towards(v.application_id, wanted) t WHERE t.decision_id IS NOT NULL);
  FOREACH field_code IN ARRAY wanted.fields LOOP
    fallen := EXISTS (SELECT 1 FROM ledger.decision_field f
      WHERE f.decision_id = ANY (deciding) AND f.field_code = effective_fields.field_code AND f.outcome = 'strike');
    targets := ARRAY(SELECT DISTINCT f.coarser_field FROM ledger.decision_field f
      WHERE f.decision_id = ANY (deciding) AND f.field_code = effective_fields.field_code AND f.outcome = 'coarsen');
    target := guard.coarsest_of(targets, guard.data_set_of(wanted), guard.version_of(wanted));
    coarser_field := CASE WHEN NOT fallen THEN target END;
    outcome := CASE WHEN fallen OR (cardinality(targets) > 0 AND target IS NULL) THEN 'strike'
      WHEN target IS NOT NULL THEN 'coarsen' ELSE 'approve' END;
    RETURN NEXT;
  END LOOP;
END
$$;

CREATE FUNCTION guard.is_coarser(field text, than text, data_set text, version text) RETURNS boolean
LANGUAGE sql AS $$
  WITH RECURSIVE up(code) AS (
    SELECT than
    UNION
    SELECT c.field_code FROM ledger.field_column c JOIN up ON up.code = ANY (c.coarser_than)
      WHERE c.data_set = is_coarser.data_set AND c.version = is_coarser.version
  )
  SELECT EXISTS (SELECT 1 FROM up WHERE code = field)
$$;

CREATE FUNCTION guard.coarsest_of(fields text[], data_set text, version text) RETURNS text
LANGUAGE sql AS $$
  SELECT f FROM unnest(fields) AS f
  WHERE NOT EXISTS (SELECT 1 FROM unnest(fields) AS other
    WHERE NOT guard.is_coarser(f, other, coarsest_of.data_set, coarsest_of.version))
  LIMIT 1
$$;

GRANT EXECUTE ON FUNCTION guard.covers(uuid, uuid), guard.slot_state(uuid), guard.effective_fields(uuid)
  TO did_app, did_auditor;

RESET ROLE;
