-- A recalled release is chased until its recipient confirms that every copy is destroyed.
ALTER TABLE app.extract
  ADD COLUMN destroyed_by uuid,
  ADD COLUMN destruction_statement text CHECK (length(destruction_statement) BETWEEN 1 AND 2000),
  DROP CONSTRAINT extract_status_check,
  ADD CONSTRAINT extract_status_check CHECK (status IN (
    'ORDERED', 'PREPARING', 'PREPARED', 'CHECKED', 'PUBLISHED', 'RECALLED', 'DESTROYED', 'FAILED', 'CANCELLED')),
  ADD CONSTRAINT extract_destruction_check CHECK (
    (status = 'DESTROYED') = (destroyed_by IS NOT NULL)
    AND (destroyed_by IS NULL) = (destruction_statement IS NULL));
