-- When a recipient first fetched a package: changes follow on what was fetched, and on nothing else. Of what was
-- published before nothing is known, so that the next refresh after it is full, once.
ALTER TABLE app.extract ADD COLUMN fetched_at timestamptz;
