-- Extracts on their way to a recipient, and the leases of the workers that prepare them. The guard
-- trusts none of these rows: order, publication and recall stand in the ledger.

CREATE TABLE app.extract (
  id                 uuid PRIMARY KEY,
  reference          text NOT NULL UNIQUE,
  agreement_id       uuid NOT NULL,
  recipient_id       uuid NOT NULL,
  recipient_key      text NOT NULL,
  requested_by       uuid NOT NULL,
  prepared_by        uuid NOT NULL,
  status             text NOT NULL CHECK (status IN (
                       'ORDERED', 'PREPARING', 'PREPARED', 'CHECKED', 'PUBLISHED', 'RECALLED', 'FAILED', 'CANCELLED')),
  status_since       timestamptz NOT NULL,
  run_token          bytea NOT NULL,
  row_count          bigint,
  package_bytes      bigint,
  package_sha256     text,
  smallest_group     bigint,
  small_groups       bigint,
  quasi_identifiers  text,
  checked_by         uuid,
  check_note         text,
  published_by       uuid,
  offered_until      timestamptz,
  reason             text,
  ordered_at         timestamptz NOT NULL,
  version            bigint NOT NULL
);
COMMENT ON COLUMN app.extract.run_token IS 'wrapped by the master key, which is not in this database';
COMMENT ON COLUMN app.extract.smallest_group IS
  'people in the smallest group that the quasi-identifiers form; null where none of them is released';
CREATE INDEX extract_agreement ON app.extract (agreement_id);
CREATE INDEX extract_status ON app.extract (status);

-- One coordinator a run: the server that drives it, until its lease runs out.
CREATE TABLE app.release_run (
  run_id      uuid PRIMARY KEY,
  worker      uuid,
  fence       bigint NOT NULL DEFAULT 0,
  lease_until timestamptz
);

CREATE TABLE app.release_partition (
  run_id      uuid NOT NULL,
  month       date NOT NULL CHECK (extract(day FROM month) = 1),
  fence       bigint NOT NULL DEFAULT 0,
  lease_until timestamptz,
  row_count   bigint NOT NULL DEFAULT 0,
  byte_count  bigint,
  sha512      text,
  finished_at timestamptz,
  PRIMARY KEY (run_id, month),
  CHECK ((finished_at IS NULL) = (sha512 IS NULL))
);
COMMENT ON COLUMN app.release_partition.fence IS
  'grows with every lease, so that a worker whose lease ran out cannot finish what another took over';

CREATE TABLE app.download_link (
  id           uuid PRIMARY KEY,
  run_id       uuid NOT NULL REFERENCES app.extract,
  person_id    uuid NOT NULL,
  token_sha256 text NOT NULL UNIQUE,
  issued_at    timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL
);
CREATE INDEX download_link_run ON app.download_link (run_id);

GRANT SELECT, INSERT, UPDATE, DELETE
  ON app.extract, app.release_run, app.release_partition, app.download_link TO did_app;
GRANT SELECT
  ON app.release_run, app.release_partition TO did_auditor;
GRANT SELECT (id, reference, agreement_id, recipient_id, requested_by, prepared_by, status, status_since,
    row_count, package_bytes, package_sha256, smallest_group, small_groups, quasi_identifiers, checked_by,
    check_note, published_by, offered_until, reason, ordered_at, version)
  ON app.extract TO did_auditor;
GRANT SELECT (id, run_id, person_id, issued_at, expires_at) ON app.download_link TO did_auditor;
