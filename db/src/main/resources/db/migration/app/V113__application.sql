-- Applications: the draft with its answers, and each submitted version as it was frozen.
CREATE SEQUENCE app.application_number;

CREATE TABLE app.data_access_application (
  id              uuid PRIMARY KEY,
  reference       text NOT NULL UNIQUE,
  title           text NOT NULL,
  status          text NOT NULL CHECK (status IN ('DRAFT', 'SUBMITTED', 'RETURNED', 'IN_REVIEW', 'NARROWED',
                    'APPROVED', 'REJECTED', 'WITHDRAWN', 'AGREED')),
  status_since    timestamptz NOT NULL,
  changed_at      timestamptz NOT NULL,
  applicant_id    uuid NOT NULL,
  organisation_id uuid NOT NULL,
  unit            text NOT NULL,
  selection_id    uuid NOT NULL REFERENCES app.selection,
  version_id      uuid,
  version_number  integer NOT NULL DEFAULT 0,
  message         text,
  lock_version    bigint NOT NULL
);
COMMENT ON COLUMN app.data_access_application.selection_id IS 'the draft''s selection; frozen while nothing may be edited';
COMMENT ON COLUMN app.data_access_application.version_id IS 'the version submitted last';
CREATE INDEX application_applicant ON app.data_access_application (applicant_id, changed_at DESC);
CREATE INDEX application_status ON app.data_access_application (status, status_since);
CREATE INDEX application_changed ON app.data_access_application (changed_at DESC);

CREATE TABLE app.application_collaborator (
  application_id uuid NOT NULL REFERENCES app.data_access_application,
  person_id      uuid NOT NULL,
  PRIMARY KEY (application_id, person_id)
);
CREATE INDEX application_collaborator_person ON app.application_collaborator (person_id);

CREATE TABLE app.application_answer (
  application_id uuid NOT NULL REFERENCES app.data_access_application,
  question       text NOT NULL,
  answer         text NOT NULL CHECK (length(answer) <= 20000),
  PRIMARY KEY (application_id, question)
);

CREATE TABLE app.application_version (
  id              uuid PRIMARY KEY,
  application_id  uuid NOT NULL REFERENCES app.data_access_application,
  number          integer NOT NULL,
  selection_id    uuid NOT NULL REFERENCES app.selection,
  digest          text NOT NULL,
  title           text NOT NULL,
  applicant_id    uuid NOT NULL,
  organisation_id uuid NOT NULL,
  unit            text NOT NULL,
  answers         text NOT NULL CHECK (answers IS JSON OBJECT),
  submitted_at    timestamptz NOT NULL,
  UNIQUE (application_id, number)
);
CREATE TABLE app.version_collaborator (
  version_id uuid NOT NULL REFERENCES app.application_version,
  person_id  uuid NOT NULL,
  PRIMARY KEY (version_id, person_id)
);

-- The slots that a version was sent to. What became of them stands in the ledger.
CREATE TABLE app.review_slot (
  version_id        uuid NOT NULL REFERENCES app.application_version,
  controllership_id uuid NOT NULL,
  opened_at         timestamptz NOT NULL,
  PRIMARY KEY (version_id, controllership_id)
);
CREATE INDEX review_slot_controllership ON app.review_slot (controllership_id, opened_at DESC);

-- What was submitted stays what it was.
CREATE FUNCTION app.keep_version() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'a submitted version cannot change; make a new version' USING ERRCODE = 'DA004';
END
$$;
CREATE TRIGGER version_kept BEFORE UPDATE OR DELETE ON app.application_version
  FOR EACH ROW EXECUTE FUNCTION app.keep_version();
CREATE TRIGGER version_collaborator_kept BEFORE UPDATE OR DELETE ON app.version_collaborator
  FOR EACH ROW EXECUTE FUNCTION app.keep_version();

GRANT USAGE ON SEQUENCE app.application_number TO did_app;
GRANT SELECT, INSERT, UPDATE ON app.data_access_application TO did_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON app.application_answer, app.application_collaborator TO did_app;
GRANT SELECT, INSERT ON app.application_version, app.version_collaborator, app.review_slot TO did_app;
GRANT SELECT ON app.data_access_application, app.application_answer, app.application_collaborator,
  app.application_version, app.version_collaborator, app.review_slot TO did_auditor;
