-- The engine stops while somebody says so; what is finished is kept.
ALTER TABLE app.extract
  DROP CONSTRAINT extract_status_check,
  ADD CONSTRAINT extract_status_check CHECK (status IN (
    'ORDERED', 'PREPARING', 'PAUSED', 'PREPARED', 'CHECKED', 'PUBLISHED', 'RECALLED', 'DESTROYED', 'FAILED', 'CANCELLED'));
