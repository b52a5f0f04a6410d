-- What became of patients' objections when a workspace was filled; null before that.
ALTER TABLE app.workspace
  ADD COLUMN objections text CHECK (objections IN ('UPHELD', 'NOT_NEEDED', 'CONSENT', 'STATUTORY')),
  ADD COLUMN objection_list integer,
  ADD COLUMN objections_as_of date,
  ADD COLUMN withheld_rows bigint CHECK (withheld_rows >= 0);
COMMENT ON COLUMN app.workspace.withheld_rows IS 'approved rows that were left out because their people object';
