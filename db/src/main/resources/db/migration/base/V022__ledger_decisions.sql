-- What was submitted, and what each controller decided on exactly that.
SET ROLE guard_ledger;

CREATE TABLE ledger.submission (
  version_id             uuid PRIMARY KEY,
  application_id         uuid NOT NULL,
  version_no             integer NOT NULL CHECK (version_no > 0),
  selection_id           uuid NOT NULL,
  digest                 text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  applicant              uuid NOT NULL REFERENCES ledger.person,
  applicant_organisation uuid NOT NULL REFERENCES ledger.organisation,
  applicant_unit         text NOT NULL,
  collaborators          uuid[] NOT NULL DEFAULT '{}',
  entry_id               bigint NOT NULL REFERENCES ledger.entry,
  UNIQUE (application_id, version_no)
);
CREATE TABLE ledger.submission_withdrawn (
  application_id uuid PRIMARY KEY,
  by             uuid NOT NULL,
  entry_id       bigint NOT NULL REFERENCES ledger.entry
);

CREATE TABLE ledger.vote (
  version_id        uuid NOT NULL REFERENCES ledger.submission,
  controllership_id uuid NOT NULL REFERENCES ledger.controllership,
  person_id         uuid NOT NULL REFERENCES ledger.person,
  vote              text NOT NULL CHECK (vote IN ('approve', 'approve-with-conditions', 'defer', 'reject', 'abstain')),
  comment           text,
  entry_id          bigint PRIMARY KEY REFERENCES ledger.entry
);
CREATE INDEX vote_version ON ledger.vote (version_id);

CREATE TABLE ledger.decision (
  id                     uuid PRIMARY KEY,
  version_id             uuid NOT NULL REFERENCES ledger.submission,
  selection_id           uuid NOT NULL,
  digest                 text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  controllership_id      uuid NOT NULL REFERENCES ledger.controllership,
  holder_organisation_id uuid NOT NULL REFERENCES ledger.organisation,
  outcome                text NOT NULL CHECK (outcome IN ('approve', 'approve-with-conditions', 'defer', 'reject')),
  reason                 text NOT NULL,
  decided_by             uuid NOT NULL REFERENCES ledger.person,
  entry_id               bigint NOT NULL UNIQUE REFERENCES ledger.entry,
  at                     timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX decision_version ON ledger.decision (version_id);
CREATE TABLE ledger.decision_field (
  decision_id   uuid NOT NULL REFERENCES ledger.decision,
  field_code    text NOT NULL,
  outcome       text NOT NULL CHECK (outcome IN ('approve', 'coarsen', 'strike')),
  coarser_field text,
  PRIMARY KEY (decision_id, field_code),
  CHECK ((outcome = 'coarsen') = (coarser_field IS NOT NULL))
);
CREATE TABLE ledger.decision_condition (
  id          uuid PRIMARY KEY,
  decision_id uuid NOT NULL REFERENCES ledger.decision,
  text        text NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
  precedent   boolean NOT NULL
);
COMMENT ON COLUMN ledger.decision_condition.precedent IS 'to be met before anything is released';
CREATE INDEX decision_condition_decision ON ledger.decision_condition (decision_id);
CREATE TABLE ledger.condition_met (
  condition_id uuid PRIMARY KEY REFERENCES ledger.decision_condition,
  evidence     text NOT NULL,
  by           uuid NOT NULL REFERENCES ledger.person,
  entry_id     bigint NOT NULL REFERENCES ledger.entry
);
CREATE TABLE ledger.decision_withdrawn (
  decision_id uuid PRIMARY KEY REFERENCES ledger.decision,
  by          uuid NOT NULL,
  reason      text NOT NULL,
  entry_id    bigint NOT NULL REFERENCES ledger.entry
);

RESET ROLE;
