-- What nothing depends on: how people are called and where messages go. Who they are, what they may
-- do and where they belong stands in the ledger.
CREATE TABLE app.person_label (
  person_id uuid PRIMARY KEY,
  name      text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  email     text CHECK (length(email) <= 254)
);
CREATE INDEX person_label_name ON app.person_label (lower(name) text_pattern_ops);

-- Notices that a process asked for. Who receives one follows from its subject when it is delivered.
CREATE TABLE app.notice (
  id         uuid PRIMARY KEY,
  notice     text NOT NULL,
  subject_id uuid NOT NULL,
  asked_at   timestamptz NOT NULL
);
CREATE INDEX notice_subject ON app.notice (subject_id, asked_at);

GRANT SELECT, INSERT, UPDATE ON app.person_label TO did_app;
GRANT SELECT, INSERT ON app.notice TO did_app;
GRANT SELECT ON app.person_label, app.notice TO did_auditor;
