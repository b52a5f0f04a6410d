-- Who received a notice. Each person has a row of their own, so that reading and mailing of one person
-- is not another's business.
ALTER TABLE app.notice ADD COLUMN delivered_at timestamptz;
CREATE INDEX notice_undelivered ON app.notice (asked_at) WHERE delivered_at IS NULL;

CREATE TABLE app.notice_receipt (
  notice_id     uuid NOT NULL REFERENCES app.notice (id),
  person_id     uuid NOT NULL,
  asked_at      timestamptz NOT NULL,
  read_at       timestamptz,
  mailed_at     timestamptz,
  mail_attempts smallint NOT NULL DEFAULT 0,
  PRIMARY KEY (notice_id, person_id)
);
COMMENT ON COLUMN app.notice_receipt.asked_at IS 'that of the notice, for a list in its order';
CREATE INDEX notice_receipt_of_person ON app.notice_receipt (person_id, asked_at DESC, notice_id);
CREATE INDEX notice_receipt_unread ON app.notice_receipt (person_id) WHERE read_at IS NULL;
CREATE INDEX notice_receipt_to_mail ON app.notice_receipt (asked_at) WHERE mailed_at IS NULL AND mail_attempts < 5;

GRANT UPDATE (delivered_at) ON app.notice TO did_app;
GRANT SELECT, INSERT, UPDATE (read_at, mailed_at, mail_attempts) ON app.notice_receipt TO did_app;
GRANT SELECT ON app.notice_receipt TO did_auditor;
