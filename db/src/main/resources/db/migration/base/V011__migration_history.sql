-- Where the owner's migrations keep their history: neither the application's schema, nor public.
CREATE SCHEMA migration_app AUTHORIZATION did_owner;
