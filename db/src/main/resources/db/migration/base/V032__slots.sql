-- Each controller of a data set has a slot. The holder is the controller, or whoever followed it by
-- recorded successions; a holder that was dissolved with no successor recorded blocks.
SET ROLE guard_def;

-- Follows the successions of every controllership in force on a date. A split gives several holders,
-- a discharge none; path is the chain from the first controller to the holder.
CREATE FUNCTION guard.slot_holders(data_set text, on_date date)
  RETURNS TABLE (controllership_id uuid, organisation_id uuid, holder_organisation_id uuid, path uuid[])
LANGUAGE sql AS $$
  WITH RECURSIVE followed AS (
    SELECT c.id, c.organisation_id AS first, c.organisation_id AS holder, ARRAY[c.organisation_id] AS path
    FROM ledger.controllership c
    WHERE c.data_set = slot_holders.data_set AND c.starts_on <= on_date AND (c.ends_on IS NULL OR on_date < c.ends_on)
    UNION ALL
    SELECT f.id, f.first, s.to_organisation_id, f.path || s.to_organisation_id
    FROM followed f
    JOIN ledger.succession s ON s.controllership_id = f.id AND s.from_organisation_id = f.holder
      AND s.effective_on <= on_date
    WHERE s.to_organisation_id IS NULL OR s.to_organisation_id <> ALL (f.path)
  )
  SELECT f.id, f.first, f.holder, f.path FROM followed f
  WHERE f.holder IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM ledger.succession s
    WHERE s.controllership_id = f.id AND s.from_organisation_id = f.holder AND s.effective_on <= on_date)
$$;

CREATE FUNCTION guard.slots(data_set text, on_date date)
  RETURNS TABLE (controllership_id uuid, organisation_id uuid, holder_organisation_id uuid, function_name text,
    blocked boolean, reason text)
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  RETURN QUERY
    SELECT h.controllership_id, h.organisation_id, h.holder_organisation_id, c.function_name, e.ended_on IS NOT NULL,
      CASE WHEN e.ended_on IS NOT NULL THEN
        format('%s was dissolved on %s and no successor is recorded. An officer records who follows it, with evidence.',
          o.name, to_char(e.ended_on, 'FMDD FMMonth YYYY')) END
    FROM guard.slot_holders(slots.data_set, slots.on_date) h
    JOIN ledger.controllership c ON c.id = h.controllership_id
    JOIN ledger.organisation o ON o.id = h.holder_organisation_id
    LEFT JOIN ledger.organisation_end e
      ON e.organisation_id = h.holder_organisation_id AND e.ended_on <= slots.on_date
    ORDER BY c.starts_on, h.controllership_id, o.name;
END
$$;

CREATE FUNCTION guard.record_controllership(ticket uuid, payload text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  actor uuid := guard.redeem(ticket, 'record_controllership', payload);
  p jsonb := guard.read_payload(payload);
  new_id uuid := guard.uuid_of(p, 'controllership');
  organisation uuid := guard.uuid_of(p, 'organisation');
  data_set text := guard.text_of(p, 'data_set', 40);
BEGIN
  PERFORM guard.demand_role(actor, 'administrator');
  PERFORM guard.demand_organisation(organisation);
  PERFORM guard.demand(NOT EXISTS (SELECT 1 FROM ledger.controllership c WHERE c.id = new_id), 'DA014',
    'This controllership is recorded already.');
  INSERT INTO ledger.controllership (id, data_set, organisation_id, function_name, starts_on, ends_on, source, entry_id)
    VALUES (new_id, data_set, organisation, guard.text_of(p, 'function_name', 200), guard.date_of(p, 'starts_on'),
      CASE WHEN p ->> 'ends_on' IS NOT NULL THEN guard.date_of(p, 'ends_on') END, guard.text_of(p, 'source', 2000),
      guard.enter('record_controllership', actor, 'password', ticket::text, payload, 'data-set', data_set));
END
$$;

CREATE FUNCTION guard.record_organisation_end(ticket uuid, payload text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  actor uuid := guard.redeem(ticket, 'record_organisation_end', payload);
  p jsonb := guard.read_payload(payload);
  organisation uuid := guard.uuid_of(p, 'organisation');
BEGIN
  PERFORM guard.demand_role(actor, 'officer', 'administrator');
  PERFORM guard.demand_organisation(organisation);
  PERFORM guard.demand(NOT EXISTS (SELECT 1 FROM ledger.organisation_end e WHERE e.organisation_id = organisation),
    'DA014', 'The end of this organisation is recorded already.');
  INSERT INTO ledger.organisation_end (organisation_id, ended_on, source, entry_id)
    VALUES (organisation, guard.date_of(p, 'ended_on'), guard.text_of(p, 'source', 2000),
      guard.enter('record_organisation_end', actor, 'password', ticket::text, payload, 'organisation', organisation::text));
END
$$;

-- Who follows a controller in one slot: one organisation, several (a split), or none (a discharge).
CREATE FUNCTION guard.record_succession(ticket uuid, payload text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  actor uuid := guard.redeem(ticket, 'record_succession', payload);
  p jsonb := guard.read_payload(payload);
  slot uuid := guard.uuid_of(p, 'controllership');
  predecessor uuid := guard.uuid_of(p, 'from');
  successors uuid[] := guard.uuids_of(p, 'to');
  effective date := guard.date_of(p, 'effective_on');
  set_code text;
  successor uuid;
  entry bigint;
BEGIN
  PERFORM guard.demand_role(actor, 'officer');
  SELECT c.data_set INTO set_code FROM ledger.controllership c WHERE c.id = slot;
  PERFORM guard.demand(
    EXISTS (SELECT 1 FROM guard.slot_holders(set_code, guard.today()) h
      WHERE h.controllership_id = slot AND h.holder_organisation_id = predecessor),
    'DA012', 'This organisation does not hold this slot.');
  PERFORM guard.demand(effective <= guard.today(), 'DA012', 'Record a succession when it has taken effect.');
  FOREACH successor IN ARRAY successors LOOP
    PERFORM guard.demand_organisation(successor);
    PERFORM guard.demand(
      successor <> predecessor
        AND NOT EXISTS (SELECT 1 FROM ledger.organisation_end e WHERE e.organisation_id = successor AND e.ended_on <= guard.today()),
      'DA006', 'A successor must be another organisation that exists today.');
  END LOOP;
  entry := guard.enter('record_succession', actor, 'password', ticket::text, payload, 'data-set', set_code);
  INSERT INTO ledger.succession (controllership_id, from_organisation_id, to_organisation_id, effective_on, evidence, entry_id)
    SELECT slot, predecessor, t, effective, guard.text_of(p, 'evidence', 2000), entry
    FROM unnest(CASE WHEN cardinality(successors) = 0 THEN ARRAY[NULL::uuid] ELSE successors END) AS t;
END
$$;

-- Adds a field to the whitelist. Only a plain column that guard_reader may read, only under a new
-- code, and never a column that already leaves under another code with the same words: a field
-- cannot be pointed at something that the controllers know by another name.
CREATE FUNCTION guard.record_field(ticket uuid, payload text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  actor uuid := guard.redeem(ticket, 'record_field', payload);
  p jsonb := guard.read_payload(payload);
  set_code text := guard.text_of(p, 'data_set', 40);
  set_version text := guard.text_of(p, 'version', 20);
  field text := guard.text_of(p, 'field_code', 59);
  wanted text := guard.text_of(p, 'column', 63);
  kind text := guard.optional_text_of(p, 'label_kind', 60);
  column_type text;
BEGIN
  PERFORM guard.demand_role(actor, 'administrator');
  PERFORM guard.demand(field ~ '^[A-Z][A-Z0-9_]{1,58}$', 'DA012', 'A field code has capital letters, digits and _.');
  PERFORM guard.demand(field NOT IN ('PARTITION_MONTH', 'PERSON_REF', 'RECORD_REF'), 'DA012', 'The view needs this name itself.');
  SELECT format_type(a.atttypid, NULL) INTO column_type FROM pg_attribute a
    WHERE a.attrelid = to_regclass('source.did_event') AND a.attname = wanted AND a.attnum > 0 AND NOT a.attisdropped
      AND has_column_privilege('guard_reader', a.attrelid, a.attnum, 'SELECT')
      AND a.attname NOT IN ('person_ref', 'record_ref', 'submission_id');
  PERFORM guard.demand(column_type IS NOT NULL, 'DA011', 'This column does not exist or may not be released.');
  PERFORM guard.demand(
    NOT EXISTS (SELECT 1 FROM ledger.field_column c WHERE c.data_set = set_code AND c.version = set_version
      AND (c.field_code = field OR (c.column_expression = wanted AND c.label_kind IS NOT DISTINCT FROM kind))),
    'DA014', 'The field or its column is in the whitelist already, and a row of it never changes.');
  INSERT INTO ledger.field_column (data_set, version, field_code, column_expression, sql_type, label_kind, field_class,
      coarser_than, entry_id)
    VALUES (set_code, set_version, field, wanted, column_type, kind, guard.text_of(p, 'field_class', 20),
      ARRAY(SELECT c #>> '{}' FROM guard.list_of(p, 'coarser_than') AS c),
      guard.enter('record_field', actor, 'password', ticket::text, payload, 'data-set', set_code));
END
$$;

GRANT EXECUTE ON FUNCTION guard.slots(text, date) TO did_app, did_auditor;
GRANT EXECUTE ON FUNCTION guard.record_controllership(uuid, text), guard.record_organisation_end(uuid, text),
  guard.record_succession(uuid, text), guard.record_field(uuid, text) TO did_app;

RESET ROLE;
