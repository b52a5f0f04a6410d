-- The provisioner stops while somebody says so; what is finished is kept.
ALTER TABLE app.workspace
  DROP CONSTRAINT workspace_status_check,
  ADD CONSTRAINT workspace_status_check CHECK (status IN (
    'REQUESTED', 'PROVISIONING', 'PAUSED', 'ACTIVE', 'SUSPENDED', 'FAILED', 'CLOSED'));
