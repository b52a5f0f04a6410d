-- Signed terms, and what was released or opened under them.
SET ROLE guard_ledger;

CREATE TABLE ledger.agreement (
  id             uuid PRIMARY KEY,
  reference      text NOT NULL UNIQUE,
  application_id uuid NOT NULL,
  version_id     uuid NOT NULL REFERENCES ledger.submission,
  selection_id   uuid NOT NULL,
  digest         text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  starts_on      date NOT NULL,
  ends_on        date NOT NULL CHECK (ends_on >= starts_on),
  text_sha256    text NOT NULL CHECK (text_sha256 ~ '^[0-9a-f]{64}$'),
  drafted_by     uuid NOT NULL REFERENCES ledger.person,
  entry_id       bigint NOT NULL REFERENCES ledger.entry
);
COMMENT ON COLUMN ledger.agreement.ends_on IS 'the last day of the term, in London';
CREATE TABLE ledger.agreement_party (
  agreement_id    uuid NOT NULL REFERENCES ledger.agreement,
  organisation_id uuid NOT NULL REFERENCES ledger.organisation,
  party_role      text NOT NULL CHECK (party_role IN ('controller', 'recipient', 'applicant')),
  PRIMARY KEY (agreement_id, organisation_id, party_role)
);
-- Named people change without a new decision: one row a naming, one an end.
CREATE TABLE ledger.agreement_person (
  agreement_id         uuid NOT NULL REFERENCES ledger.agreement,
  person_id            uuid NOT NULL REFERENCES ledger.person,
  recipient_public_key text,
  person_role          text NOT NULL CHECK (person_role IN ('analyst', 'recipient')),
  entry_id             bigint NOT NULL REFERENCES ledger.entry,
  PRIMARY KEY (agreement_id, person_id, person_role, entry_id)
);
CREATE TABLE ledger.agreement_person_end (
  agreement_id uuid NOT NULL REFERENCES ledger.agreement,
  person_id    uuid NOT NULL REFERENCES ledger.person,
  entry_id     bigint PRIMARY KEY REFERENCES ledger.entry
);
CREATE TABLE ledger.signature (
  agreement_id    uuid NOT NULL REFERENCES ledger.agreement,
  organisation_id uuid NOT NULL REFERENCES ledger.organisation,
  person_id       uuid NOT NULL REFERENCES ledger.person,
  text_sha256     text NOT NULL,
  entry_id        bigint NOT NULL REFERENCES ledger.entry,
  PRIMARY KEY (agreement_id, organisation_id)
);
CREATE TABLE ledger.agreement_event (
  agreement_id uuid NOT NULL REFERENCES ledger.agreement,
  kind         text NOT NULL CHECK (kind IN ('suspend', 'resume', 'revoke', 'end', 'destroyed')),
  by           uuid,
  reason       text NOT NULL,
  entry_id     bigint PRIMARY KEY REFERENCES ledger.entry
);
CREATE INDEX agreement_event_agreement ON ledger.agreement_event (agreement_id);

CREATE TABLE ledger.release_order (
  run_id                    uuid PRIMARY KEY,
  agreement_id              uuid NOT NULL REFERENCES ledger.agreement,
  selection_id              uuid NOT NULL,
  digest                    text NOT NULL,
  requested_by              uuid NOT NULL REFERENCES ledger.person,
  prepared_by               uuid NOT NULL REFERENCES ledger.person,
  recipient_organisation_id uuid NOT NULL REFERENCES ledger.organisation,
  recipient_key             text,
  run_token_sha256          text NOT NULL UNIQUE CHECK (run_token_sha256 ~ '^[0-9a-f]{64}$'),
  kind                      text NOT NULL CHECK (kind IN ('extract', 'sde')),
  recorded_in               xid8 NOT NULL DEFAULT pg_current_xact_id(),
  at                        timestamptz NOT NULL DEFAULT clock_timestamp(),
  entry_id                  bigint NOT NULL REFERENCES ledger.entry,
  CHECK (requested_by <> prepared_by)
);
COMMENT ON COLUMN ledger.release_order.recorded_in IS
  'the transaction that recorded the order: only a later one can open it, so that a rollback cannot erase the order of rows that were read';
CREATE INDEX release_order_agreement ON ledger.release_order (agreement_id);
CREATE TABLE ledger.release_publication (
  run_id         uuid PRIMARY KEY REFERENCES ledger.release_order,
  published_by   uuid NOT NULL REFERENCES ledger.person,
  package_sha256 text NOT NULL CHECK (package_sha256 ~ '^[0-9a-f]{64}$'),
  entry_id       bigint NOT NULL REFERENCES ledger.entry
);
CREATE TABLE ledger.release_recall (
  run_id   uuid PRIMARY KEY REFERENCES ledger.release_order,
  reason   text NOT NULL,
  entry_id bigint NOT NULL REFERENCES ledger.entry
);

-- Opaque names in the Secure Data Environment's own cluster.
CREATE TABLE ledger.workspace (
  agreement_id  uuid PRIMARY KEY REFERENCES ledger.agreement,
  database_name text NOT NULL UNIQUE CHECK (database_name ~ '^[a-z]{1,4}_[0-9a-f]{12,40}$'),
  entry_id      bigint NOT NULL REFERENCES ledger.entry
);
CREATE TABLE ledger.workspace_role (
  agreement_id uuid NOT NULL REFERENCES ledger.workspace,
  person_id    uuid NOT NULL REFERENCES ledger.person,
  role_name    text NOT NULL UNIQUE CHECK (role_name ~ '^[a-z]{1,4}_[0-9a-f]{12,40}$'),
  entry_id     bigint NOT NULL REFERENCES ledger.entry,
  PRIMARY KEY (agreement_id, person_id)
);

CREATE VIEW ledger.active_agreement_person AS
  SELECT p.agreement_id, p.person_id, p.person_role, p.recipient_public_key
  FROM ledger.agreement_person p JOIN ledger.active_person USING (person_id)
  WHERE NOT EXISTS (
    SELECT 1 FROM ledger.agreement_person_end e
    WHERE e.agreement_id = p.agreement_id AND e.person_id = p.person_id AND e.entry_id > p.entry_id);

RESET ROLE;
