-- The process engine works on its own tables through the main datasource; it never changes them.
ALTER DEFAULT PRIVILEGES IN SCHEMA engine GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO did_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA engine GRANT USAGE ON SEQUENCES TO did_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA engine GRANT SELECT ON TABLES TO did_auditor;
