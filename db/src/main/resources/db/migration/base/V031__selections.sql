-- The selection as one canonical text (did-selection/1), computed from the stored rows. Everything
-- that the guard knows about a selection comes from this one text, read once: a table that answered
-- differently the second time would only change the digest.
--
-- The reading function belongs to guard_intake, which may do nothing else: had somebody put a view
-- with a function of their own in the table's place, that function would run without any right.
SET ROLE guard_def;
GRANT USAGE, CREATE ON SCHEMA guard TO guard_intake;
RESET ROLE;
SET ROLE guard_intake;

CREATE FUNCTION guard.selection_text(selection uuid) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  lines text[];
BEGIN
  SELECT ARRAY['did-selection/1', 'data-set=' || guard.escape_line(s.data_set), 'version=' || guard.escape_line(s.data_set_version),
      'level=' || guard.escape_line(s.level), 'access=' || guard.escape_line(s.access_method),
      'linkage=' || guard.escape_line(s.linkage), 'refresh=' || guard.escape_line(s.refresh),
      'period=' || to_char(s.period_from, 'YYYY-MM-DD') || '/' || to_char(s.period_to, 'YYYY-MM-DD')]
    || ARRAY(SELECT line COLLATE "C" FROM (
          SELECT 'field=' || guard.escape_line(f.field_code) AS line
          FROM app.selection_field f WHERE f.selection_id = s.id) fields ORDER BY 1)
    || ARRAY(SELECT line COLLATE "C" FROM (
          SELECT 'filter=' || guard.escape_line(f.kind) || '=' || guard.escape_line(f.value) AS line
          FROM app.selection_filter f WHERE f.selection_id = s.id) filters ORDER BY 1)
    || ARRAY(SELECT 'recipient=' || lower(r.organisation_id::text) COLLATE "C"
          FROM app.selection_recipient r WHERE r.selection_id = s.id ORDER BY 1)
    INTO lines FROM app.selection s WHERE s.id = selection;
  RETURN array_to_string(lines, E'\n');
END
$$;

RESET ROLE;
SET ROLE guard_def;
REVOKE CREATE ON SCHEMA guard FROM guard_intake;

-- Without it a value with a line break could pass for two lines.
CREATE FUNCTION guard.escape_line(value text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN replace(replace(replace(value, '\', '\\'), E'\n', '\n'), E'\r', '\r');
GRANT EXECUTE ON FUNCTION guard.escape_line(text) TO guard_intake;

CREATE FUNCTION guard.selection_digest(selection uuid) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  RETURN guard.sha256_hex(guard.selection_text(selection));
END
$$;

-- What a canonical text says. Values stay escaped, which makes no difference to comparing them.
CREATE TYPE guard.selection AS (
  fixed       text[],
  refresh     text,
  period_from date,
  period_to   date,
  fields      text[],
  filters     text[],
  kinds       text[],
  recipients  text[]
);
COMMENT ON COLUMN guard.selection.fixed IS 'data set, version, level, access method and linkage, in this order';
COMMENT ON COLUMN guard.selection.filters IS 'kind=value';

CREATE FUNCTION guard.values_of(lines text[], key text) RETURNS text[]
LANGUAGE sql IMMUTABLE
RETURN ARRAY(SELECT substr(line, length(key) + 2) FROM unnest(lines) AS line WHERE starts_with(line, key || '='));

CREATE FUNCTION guard.read_selection(canonical text) RETURNS guard.selection
LANGUAGE plpgsql AS $$
DECLARE
  lines text[] := string_to_array(canonical, E'\n');
  found guard.selection;
BEGIN
  PERFORM guard.demand(lines[1] = 'did-selection/1', 'DA004', 'The selection does not exist.');
  found.fixed := lines[2:6];
  found.refresh := substr(lines[7], 9);
  found.period_from := split_part(substr(lines[8], 8), '/', 1)::date;
  found.period_to := split_part(substr(lines[8], 8), '/', 2)::date;
  found.fields := guard.values_of(lines[9:], 'field');
  found.filters := guard.values_of(lines[9:], 'filter');
  found.kinds := ARRAY(SELECT DISTINCT split_part(f, '=', 1) FROM unnest(found.filters) AS f);
  found.recipients := guard.values_of(lines[9:], 'recipient');
  RETURN found;
END
$$;

-- The selection as it is stored now, provided that it still is what the digest says.
CREATE FUNCTION guard.selection_as_decided(selection uuid, digest text) RETURNS guard.selection
LANGUAGE plpgsql AS $$
DECLARE
  canonical text := guard.selection_text(selection);
BEGIN
  PERFORM guard.demand(guard.sha256_hex(canonical) = digest, 'DA004',
    'The stored selection is not the one that this was decided on. Submit it as a new version.');
  RETURN guard.read_selection(canonical);
END
$$;

CREATE FUNCTION guard.data_set_of(s guard.selection) RETURNS text
LANGUAGE sql IMMUTABLE RETURN substr(s.fixed[1], 10);
CREATE FUNCTION guard.version_of(s guard.selection) RETURNS text
LANGUAGE sql IMMUTABLE RETURN substr(s.fixed[2], 9);
CREATE FUNCTION guard.level_of(s guard.selection) RETURNS text
LANGUAGE sql IMMUTABLE RETURN substr(s.fixed[3], 7);
CREATE FUNCTION guard.access_of(s guard.selection) RETURNS text
LANGUAGE sql IMMUTABLE RETURN substr(s.fixed[4], 8);

-- Refuses a selection that names what the whitelist does not have.
CREATE FUNCTION guard.demand_releasable(s guard.selection) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  stranger text;
BEGIN
  SELECT f INTO stranger FROM unnest(s.fields) AS f
    WHERE NOT EXISTS (SELECT 1 FROM ledger.field_column c
      WHERE c.data_set = guard.data_set_of(s) AND c.version = guard.version_of(s) AND c.field_code = f) LIMIT 1;
  PERFORM guard.demand(stranger IS NULL, 'DA011', format('The field %s cannot be released. Take it out.', stranger));
  SELECT k INTO stranger FROM unnest(s.kinds) AS k
    WHERE NOT EXISTS (SELECT 1 FROM ledger.filter_meaning m
      WHERE m.data_set = guard.data_set_of(s) AND m.version = guard.version_of(s) AND m.kind = k) LIMIT 1;
  PERFORM guard.demand(stranger IS NULL, 'DA012', format('There is no filter "%s".', stranger));
  PERFORM guard.demand(cardinality(s.fields) > 0, 'DA012', 'Choose at least one field.');
  PERFORM guard.demand(cardinality(s.recipients) > 0, 'DA012', 'Name at least one recipient organisation.');
  SELECT r INTO stranger FROM unnest(s.recipients) AS r
    WHERE NOT EXISTS (SELECT 1 FROM ledger.organisation o WHERE o.id::text = r) LIMIT 1;
  PERFORM guard.demand(stranger IS NULL, 'DA010', 'A recipient organisation is not registered.');
END
$$;

GRANT EXECUTE ON FUNCTION guard.selection_digest(uuid) TO did_app, did_auditor;
RESET ROLE;
GRANT EXECUTE ON FUNCTION guard.selection_text(uuid) TO guard_def, did_app, did_auditor;
