-- Rows of people are kept for whoever decides whether a release leaves, and no longer.
UPDATE app.extract SET sample = NULL
  WHERE status IN ('PUBLISHED', 'RECALLED', 'DESTROYED', 'FAILED', 'CANCELLED');
ALTER TABLE app.extract
  ADD CONSTRAINT extract_sample_check CHECK (sample IS NULL OR status NOT IN (
    'PUBLISHED', 'RECALLED', 'DESTROYED', 'FAILED', 'CANCELLED'));
