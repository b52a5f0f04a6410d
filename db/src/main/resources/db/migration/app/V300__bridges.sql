-- A selection can ask for a bridge between two agreements, by their references.
ALTER TABLE app.selection DROP CONSTRAINT selection_linkage_check;
ALTER TABLE app.selection ADD CONSTRAINT selection_linkage_check
  CHECK (linkage IN ('none', 'pseudonymised') OR linkage ~ '^bridge:[A-Za-z0-9-]{1,60}[+][A-Za-z0-9-]{1,60}$');
