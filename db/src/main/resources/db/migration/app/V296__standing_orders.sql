-- Standing orders as pages show them, and what a refresh is made of. The guard trusts none of these rows.
CREATE TABLE app.standing_order (
  id             uuid PRIMARY KEY,
  agreement_id   uuid NOT NULL,
  recipient_id   uuid NOT NULL,
  recipient_key  text NOT NULL,
  requested_by   uuid NOT NULL,
  ordered_by     uuid NOT NULL,
  content        text NOT NULL CHECK (content IN ('FULL', 'CHANGES')),
  format         text NOT NULL,
  day_of_month   integer NOT NULL CHECK (day_of_month BETWEEN 1 AND 28),
  ordered_at     timestamptz NOT NULL,
  ended_at       timestamptz,
  end_reason     text,
  refused_on     date,
  refusal        text,
  version        bigint NOT NULL
);
CREATE INDEX standing_order_of_agreement ON app.standing_order (agreement_id);

ALTER TABLE app.extract
  ADD COLUMN standing_order_id uuid REFERENCES app.standing_order (id),
  ADD COLUMN refresh_content   text CHECK (refresh_content IN ('FULL', 'CHANGES')),
  ADD COLUMN base_id           uuid REFERENCES app.extract (id),
  ADD COLUMN rows_added        bigint,
  ADD COLUMN rows_changed      bigint,
  ADD COLUMN rows_removed      bigint,
  ADD COLUMN rows_held         bigint,
  ADD COLUMN people_moved      bigint;
COMMENT ON COLUMN app.extract.base_id IS 'the refresh that this one follows on';
COMMENT ON COLUMN app.extract.rows_held IS 'how many rows the recipient has once this refresh is applied';
COMMENT ON COLUMN app.extract.people_moved IS 'records that moved from one person to another since then';
CREATE INDEX extract_of_standing_order ON app.extract (standing_order_id) WHERE standing_order_id IS NOT NULL;

GRANT SELECT, INSERT, UPDATE ON app.standing_order TO did_app;
GRANT SELECT (id, agreement_id, recipient_id, requested_by, ordered_by, content, format, day_of_month, ordered_at, ended_at,
    end_reason, refused_on, refusal, version)
  ON app.standing_order TO did_auditor;
GRANT SELECT (standing_order_id, refresh_content, base_id, rows_added, rows_changed, rows_removed, rows_held, people_moved)
  ON app.extract TO did_auditor;
