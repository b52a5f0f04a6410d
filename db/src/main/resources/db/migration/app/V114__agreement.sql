-- Agreements as pages show them, with the text that is signed. Parties, people, signatures and what
-- happened stand in the ledger.
CREATE SEQUENCE app.agreement_number;

CREATE TABLE app.data_sharing_agreement (
  id             uuid PRIMARY KEY,
  reference      text NOT NULL UNIQUE,
  application_id uuid NOT NULL REFERENCES app.data_access_application,
  version_id     uuid NOT NULL REFERENCES app.application_version,
  title          text NOT NULL,
  text           text NOT NULL,
  text_sha256    text NOT NULL,
  status         text NOT NULL CHECK (status IN ('DRAFTED', 'ACTIVE', 'SUSPENDED', 'REVOKED', 'ENDED', 'CLOSED')),
  status_since   timestamptz NOT NULL,
  starts_on      date NOT NULL,
  ends_on        date NOT NULL,
  lock_version   bigint NOT NULL
);
CREATE INDEX agreement_application ON app.data_sharing_agreement (application_id);
CREATE INDEX agreement_since ON app.data_sharing_agreement (status_since DESC);
CREATE INDEX agreement_status ON app.data_sharing_agreement (status, starts_on DESC);

GRANT USAGE ON SEQUENCE app.agreement_number TO did_app;
GRANT SELECT, INSERT, UPDATE ON app.data_sharing_agreement TO did_app;
GRANT SELECT ON app.data_sharing_agreement TO did_auditor;
