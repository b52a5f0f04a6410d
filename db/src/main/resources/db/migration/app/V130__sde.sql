-- Workspaces of the Secure Data Environment. The guard trusts none of these rows: order, names and
-- recall stand in the ledger, and the entitlement is computed from it.

CREATE TABLE app.workspace (
  id            uuid PRIMARY KEY,
  agreement_id  uuid NOT NULL,
  database_name text NOT NULL,
  requested_by  uuid NOT NULL,
  prepared_by   uuid NOT NULL,
  ends_on       date NOT NULL,
  status        text NOT NULL CHECK (status IN (
                  'REQUESTED', 'PROVISIONING', 'ACTIVE', 'SUSPENDED', 'FAILED', 'CLOSED')),
  status_since  timestamptz NOT NULL,
  run_token     bytea NOT NULL,
  columns       text,
  row_count     bigint,
  reason        text,
  ordered_at    timestamptz NOT NULL,
  version       bigint NOT NULL
);
COMMENT ON COLUMN app.workspace.run_token IS 'wrapped by the master key, which is not in this database';
COMMENT ON COLUMN app.workspace.columns IS 'names of the released columns, parted by spaces';
CREATE INDEX workspace_agreement ON app.workspace (agreement_id);
CREATE INDEX workspace_status ON app.workspace (status);

CREATE TABLE app.workspace_credentials (
  agreement_id uuid NOT NULL,
  person_id    uuid NOT NULL,
  issued_at    timestamptz NOT NULL,
  PRIMARY KEY (agreement_id, person_id)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON app.workspace, app.workspace_credentials TO did_app;
GRANT SELECT (id, agreement_id, database_name, requested_by, prepared_by, ends_on, status, status_since,
    columns, row_count, reason, ordered_at, version)
  ON app.workspace TO did_auditor;
GRANT SELECT ON app.workspace_credentials TO did_auditor;
