-- The ledger: what the guard trusts. Rows are only ever added, and only by the guard's functions
-- (owner guard_def), never by a login. An end is a row of its own, so history is never rewritten.
SET ROLE guard_ledger;

-- One row an act, with the exact text that was authorised. A typed row elsewhere says what it meant.
CREATE TABLE ledger.entry (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at             timestamptz NOT NULL DEFAULT clock_timestamp(),
  act            text NOT NULL,
  actor          uuid,
  method         text NOT NULL CHECK (method IN ('password', 'one-time-link', 'none', 'founding')),
  evidence       text,
  payload        text NOT NULL,
  payload_sha256 text NOT NULL CHECK (payload_sha256 ~ '^[0-9a-f]{64}$')
);
COMMENT ON COLUMN ledger.entry.method IS
  'how the actor proved who they were; none: an act that only closes; founding: came with the product';
COMMENT ON COLUMN ledger.entry.evidence IS 'what proves it: the ticket, or the token''s digest';

CREATE TABLE ledger.organisation (
  id       uuid PRIMARY KEY,
  ods_code text NOT NULL UNIQUE CHECK (ods_code ~ '^[A-Z0-9-]{3,12}$'),
  name     text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  entry_id bigint NOT NULL REFERENCES ledger.entry
);
CREATE TABLE ledger.organisation_end (
  organisation_id uuid PRIMARY KEY REFERENCES ledger.organisation,
  ended_on        date NOT NULL,
  source          text NOT NULL,
  entry_id        bigint NOT NULL REFERENCES ledger.entry
);

CREATE TABLE ledger.person (
  id       uuid PRIMARY KEY,
  login    text NOT NULL UNIQUE CHECK (login ~ '^[a-z0-9][a-z0-9._@+-]{1,99}$'),
  entry_id bigint NOT NULL REFERENCES ledger.entry
);
CREATE TABLE ledger.person_end (
  person_id uuid PRIMARY KEY REFERENCES ledger.person,
  entry_id  bigint NOT NULL REFERENCES ledger.entry
);
-- The newest row of a person counts. Nobody but the guard's functions reads this table.
CREATE TABLE ledger.secret (
  person_id   uuid NOT NULL REFERENCES ledger.person,
  secret_hash text NOT NULL CHECK (secret_hash LIKE '$2a$%'),
  entry_id    bigint PRIMARY KEY REFERENCES ledger.entry
);
CREATE INDEX secret_person ON ledger.secret (person_id, entry_id DESC);

CREATE TABLE ledger.membership (
  person_id       uuid NOT NULL REFERENCES ledger.person,
  organisation_id uuid NOT NULL REFERENCES ledger.organisation,
  unit            text NOT NULL,
  entry_id        bigint PRIMARY KEY REFERENCES ledger.entry
);
CREATE INDEX membership_person ON ledger.membership (person_id);
CREATE TABLE ledger.membership_end (
  membership_entry_id bigint PRIMARY KEY REFERENCES ledger.membership,
  entry_id            bigint NOT NULL REFERENCES ledger.entry
);

CREATE TABLE ledger.role_grant (
  person_id uuid NOT NULL REFERENCES ledger.person,
  role      text NOT NULL CHECK (role IN ('data-manager', 'officer', 'auditor', 'administrator')),
  entry_id  bigint PRIMARY KEY REFERENCES ledger.entry
);
CREATE INDEX role_grant_person ON ledger.role_grant (person_id);
CREATE TABLE ledger.role_end (
  role_grant_entry_id bigint PRIMARY KEY REFERENCES ledger.role_grant,
  entry_id            bigint NOT NULL REFERENCES ledger.entry
);

CREATE TABLE ledger.seat (
  id              uuid PRIMARY KEY,
  person_id       uuid NOT NULL REFERENCES ledger.person,
  organisation_id uuid NOT NULL REFERENCES ledger.organisation,
  kind            text NOT NULL CHECK (kind IN ('member', 'chair', 'signatory', 'independent')),
  unit            text NOT NULL DEFAULT '',
  entry_id        bigint NOT NULL REFERENCES ledger.entry,
  CHECK (kind <> 'independent' OR unit <> '')
);
COMMENT ON COLUMN ledger.seat.unit IS
  'for an independent seat: the applying unit of its own organisation that the holder is independent of';
CREATE INDEX seat_person ON ledger.seat (person_id);
CREATE TABLE ledger.seat_end (
  seat_id  uuid PRIMARY KEY REFERENCES ledger.seat,
  entry_id bigint NOT NULL REFERENCES ledger.entry
);

CREATE VIEW ledger.active_person AS
  SELECT p.id AS person_id, p.login FROM ledger.person p
  WHERE NOT EXISTS (SELECT 1 FROM ledger.person_end e WHERE e.person_id = p.id);
CREATE VIEW ledger.active_role AS
  SELECT DISTINCT g.person_id, g.role FROM ledger.role_grant g JOIN ledger.active_person USING (person_id)
  WHERE NOT EXISTS (SELECT 1 FROM ledger.role_end e WHERE e.role_grant_entry_id = g.entry_id);
CREATE VIEW ledger.active_seat AS
  SELECT s.id AS seat_id, s.person_id, s.organisation_id, s.kind, s.unit
  FROM ledger.seat s JOIN ledger.active_person USING (person_id)
  WHERE NOT EXISTS (SELECT 1 FROM ledger.seat_end e WHERE e.seat_id = s.id);
CREATE VIEW ledger.active_membership AS
  SELECT DISTINCT m.person_id, m.organisation_id, m.unit
  FROM ledger.membership m JOIN ledger.active_person USING (person_id)
  WHERE NOT EXISTS (SELECT 1 FROM ledger.membership_end e WHERE e.membership_entry_id = m.entry_id);

RESET ROLE;
