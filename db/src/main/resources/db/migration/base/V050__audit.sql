-- The audit trail: every act is one row that nobody can change, in the chain of the aggregate it was
-- done to. A sequencer gives committed rows their places in one Merkle tree (RFC 6962), whose signed
-- checkpoints are kept outside the database. A row holds nothing personal beyond the actor's id.
SET ROLE guard_ledger;

CREATE TABLE audit.event (
  event_id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  chain_kind text NOT NULL,
  chain_id   text NOT NULL,
  seq        bigint NOT NULL CHECK (seq > 0),
  at         timestamptz NOT NULL,
  origin     text NOT NULL,
  actor_id   uuid,
  act        text NOT NULL,
  body       text NOT NULL,
  prev_hash  bytea NOT NULL CHECK (octet_length(prev_hash) = 32),
  hash       bytea NOT NULL CHECK (octet_length(hash) = 32),
  UNIQUE (chain_kind, chain_id, seq),
  CHECK (length(chain_kind) BETWEEN 1 AND 60 AND chain_kind !~ '[[:cntrl:]]'),
  CHECK (length(chain_id) BETWEEN 1 AND 200 AND chain_id !~ '[[:cntrl:]]'),
  CHECK (length(act) BETWEEN 1 AND 120 AND act !~ '[[:cntrl:]]'),
  CHECK (octet_length(body) <= 262144),
  CHECK (body IS JSON OBJECT)
);
COMMENT ON COLUMN audit.event.origin IS
  'guard for the guard''s own acts, otherwise the login that recorded the row';

-- The last row of each chain. Its row lock puts the appends to one aggregate in order.
CREATE TABLE audit.chain (
  chain_kind text NOT NULL,
  chain_id   text NOT NULL,
  seq        bigint NOT NULL,
  hash       bytea NOT NULL,
  PRIMARY KEY (chain_kind, chain_id)
);

-- Places in the tree, given once. A table of its own, so that no event row is ever updated.
CREATE TABLE audit.leaf (
  leaf_index bigint PRIMARY KEY CHECK (leaf_index >= 0),
  event_id   bigint NOT NULL UNIQUE REFERENCES audit.event
);

-- Rows that wait for a place.
CREATE TABLE audit.pending (
  event_id bigint PRIMARY KEY REFERENCES audit.event
);

CREATE FUNCTION audit.forbid_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'append-only: % on %.% is not possible', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
    USING ERRCODE = 'DA012';
END
$$;

CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.event
  FOR EACH STATEMENT EXECUTE FUNCTION audit.forbid_change();
CREATE TRIGGER leaf_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.leaf
  FOR EACH STATEMENT EXECUTE FUNCTION audit.forbid_change();
CREATE TRIGGER chain_append_only BEFORE DELETE OR TRUNCATE ON audit.chain
  FOR EACH STATEMENT EXECUTE FUNCTION audit.forbid_change();
-- ALWAYS: also where session_replication_role would leave ordinary triggers out.
ALTER TABLE audit.event ENABLE ALWAYS TRIGGER event_append_only;
ALTER TABLE audit.leaf ENABLE ALWAYS TRIGGER leaf_append_only;
ALTER TABLE audit.chain ENABLE ALWAYS TRIGGER chain_append_only;

CREATE FUNCTION audit.instant_text(moment timestamptz) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
SET search_path = pg_catalog, pg_temp SET "TimeZone" = 'UTC' SET "DateStyle" = 'ISO, YMD'
RETURN to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

-- The canonical text of a row (did-audit/1). No field before the body can hold a line break, so two
-- different rows never have the same text. org.didaccess.audit.domain.AuditRow has the same in Java.
CREATE FUNCTION audit.row_text(
  chain_kind text, chain_id text, seq bigint, moment timestamptz, origin text, actor uuid, act text,
  prev_hash bytea, body text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
SET search_path = pg_catalog, pg_temp SET "TimeZone" = 'UTC' SET "DateStyle" = 'ISO, YMD'
SET bytea_output = 'hex' SET extra_float_digits = '1'
RETURN concat_ws(E'\n', 'did-audit/1', chain_kind, chain_id, seq::text, audit.instant_text(moment), origin,
  coalesce(actor::text, '-'), act, encode(prev_hash, 'hex'), body);

-- Appends one row to the chain of an aggregate and returns its number in that chain.
CREATE FUNCTION audit.append_row(
  chain_kind text, chain_id text, act text, actor uuid, body text, origin text) RETURNS bigint
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp SET "TimeZone" = 'UTC' SET "DateStyle" = 'ISO, YMD'
SET bytea_output = 'hex' SET extra_float_digits = '1' AS $$
DECLARE
  head audit.chain%ROWTYPE;
  moment timestamptz;
  row_hash bytea;
  new_id bigint;
BEGIN
  INSERT INTO audit.chain AS c VALUES (chain_kind, chain_id, 0, decode(repeat('00', 32), 'hex'))
    ON CONFLICT DO NOTHING;
  SELECT * INTO STRICT head FROM audit.chain c
    WHERE c.chain_kind = append_row.chain_kind AND c.chain_id = append_row.chain_id FOR UPDATE;
  moment := clock_timestamp();
  row_hash := sha256(convert_to(
    audit.row_text(chain_kind, chain_id, head.seq + 1, moment, origin, actor, act, head.hash, body), 'UTF8'));
  INSERT INTO audit.event (chain_kind, chain_id, seq, at, origin, actor_id, act, body, prev_hash, hash)
    VALUES (append_row.chain_kind, append_row.chain_id, head.seq + 1, moment, append_row.origin, actor,
      append_row.act, append_row.body, head.hash, row_hash)
    RETURNING event_id INTO new_id;
  UPDATE audit.chain c SET seq = head.seq + 1, hash = row_hash
    WHERE c.chain_kind = append_row.chain_kind AND c.chain_id = append_row.chain_id;
  INSERT INTO audit.pending VALUES (new_id);
  RETURN head.seq + 1;
END
$$;

-- For the guard's own acts. The body is the text of a JSON object.
CREATE FUNCTION audit.append(chain_kind text, chain_id text, act text, actor uuid, body text) RETURNS bigint
LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET "TimeZone" = 'UTC' SET "DateStyle" = 'ISO, YMD'
SET bytea_output = 'hex' SET extra_float_digits = '1' AS $$
  SELECT audit.append_row(chain_kind, chain_id, act, actor, body, 'guard')
$$;

-- For acts that do not pass the guard. The row names the login that recorded it, so that a stolen
-- login cannot write a row that looks like the guard's.
CREATE FUNCTION audit.record(chain_kind text, chain_id text, act text, actor uuid, body text) RETURNS bigint
LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET "TimeZone" = 'UTC' SET "DateStyle" = 'ISO, YMD'
SET bytea_output = 'hex' SET extra_float_digits = '1' AS $$
  SELECT audit.append_row(chain_kind, chain_id, act, actor, body, session_user::text)
$$;

-- Gives up to max_rows committed rows the next places in the tree, without gaps and in the order in
-- which each chain has them, and returns the tree's size.
CREATE FUNCTION audit.sequence(max_rows integer) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET "TimeZone" = 'UTC' SET "DateStyle" = 'ISO, YMD'
SET bytea_output = 'hex' SET extra_float_digits = '1' AS $$
DECLARE
  next_index bigint;
BEGIN
  LOCK TABLE audit.leaf IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(max(leaf_index) + 1, 0) INTO next_index FROM audit.leaf;
  WITH due AS (
    SELECT event_id FROM audit.pending ORDER BY event_id LIMIT greatest(max_rows, 0)
  ), taken AS (
    DELETE FROM audit.pending p USING due d WHERE p.event_id = d.event_id RETURNING p.event_id
  )
  INSERT INTO audit.leaf
    SELECT next_index - 1 + row_number() OVER (ORDER BY event_id), event_id FROM taken;
  RETURN (SELECT coalesce(max(leaf_index) + 1, 0) FROM audit.leaf);
END
$$;

-- The trail as it is read, checked and exported; leaf_index is null until the sequencer has come by.
CREATE VIEW audit.trail AS
  SELECT e.event_id, l.leaf_index, e.chain_kind, e.chain_id, e.seq, e.at, e.origin, e.actor_id, e.act, e.body,
    encode(e.prev_hash, 'hex') AS prev_hash, encode(e.hash, 'hex') AS hash
  FROM audit.event e LEFT JOIN audit.leaf l USING (event_id);

-- The rows of the tree from a place on, as the lines of the export (one JSON object a line).
CREATE FUNCTION audit.export(from_leaf bigint, max_rows integer) RETURNS TABLE (leaf_index bigint, line text)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET "TimeZone" = 'UTC' SET "DateStyle" = 'ISO, YMD'
SET bytea_output = 'hex' SET extra_float_digits = '1' AS $$
  SELECT t.leaf_index, json_build_object('leaf', t.leaf_index, 'kind', t.chain_kind, 'id', t.chain_id,
    'seq', t.seq, 'at', audit.instant_text(t.at), 'origin', t.origin, 'actor', t.actor_id, 'act', t.act,
    'prev', t.prev_hash, 'hash', t.hash, 'body', t.body)::text
  FROM audit.trail t WHERE t.leaf_index >= from_leaf ORDER BY t.leaf_index LIMIT least(max_rows, 10000)
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA audit FROM PUBLIC;
GRANT USAGE ON SCHEMA audit TO did_watchdog;
GRANT EXECUTE ON FUNCTION audit.append(text, text, text, uuid, text) TO guard_def;
GRANT EXECUTE ON FUNCTION audit.record(text, text, text, uuid, text) TO did_app, did_watchdog;
GRANT EXECUTE ON FUNCTION audit.sequence(integer) TO did_app;
GRANT EXECUTE ON FUNCTION audit.export(bigint, integer) TO did_app, did_auditor;
GRANT SELECT ON audit.trail TO did_app, did_auditor;
GRANT SELECT ON audit.event, audit.leaf, audit.chain, audit.pending TO did_auditor;

RESET ROLE;
