-- What a researcher asks for, as normalised rows. The guard reads these rows through guard_intake,
-- which may read nothing else, and computes the digest from them: see guard.selection_text.
CREATE TABLE app.selection (
  id               uuid PRIMARY KEY,
  data_set         text NOT NULL,
  data_set_version text NOT NULL,
  period_from      date NOT NULL,
  period_to        date NOT NULL,
  level            text NOT NULL CHECK (level IN ('row-level', 'aggregate')),
  access_method    text NOT NULL CHECK (access_method IN ('extract', 'sde')),
  linkage          text NOT NULL CHECK (linkage IN ('none', 'pseudonymised')),
  refresh          text NOT NULL CHECK (refresh IN ('once', 'monthly')),
  frozen           boolean NOT NULL DEFAULT false,
  CHECK (period_from <= period_to)
);

CREATE TABLE app.selection_field (
  selection_id uuid NOT NULL REFERENCES app.selection,
  field_code   text NOT NULL,
  PRIMARY KEY (selection_id, field_code)
);

CREATE TABLE app.selection_filter (
  selection_id uuid NOT NULL REFERENCES app.selection,
  kind         text NOT NULL,
  value        text NOT NULL,
  PRIMARY KEY (selection_id, kind, value)
);

CREATE TABLE app.selection_recipient (
  selection_id    uuid NOT NULL REFERENCES app.selection,
  organisation_id uuid NOT NULL,
  PRIMARY KEY (selection_id, organisation_id)
);

-- A frozen selection is what was submitted. This protects against mistakes; the guard does not rely
-- on it, it compares digests.
CREATE FUNCTION app.keep_frozen_selection() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.frozen THEN
    RAISE EXCEPTION 'a submitted selection cannot change; make a new version' USING ERRCODE = 'DA004';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END
$$;

CREATE FUNCTION app.keep_frozen_selection_part() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  touched uuid[] := ARRAY[CASE WHEN TG_OP <> 'INSERT' THEN OLD.selection_id END,
                          CASE WHEN TG_OP <> 'DELETE' THEN NEW.selection_id END];
BEGIN
  IF EXISTS (SELECT 1 FROM app.selection s WHERE s.id = ANY (touched) AND s.frozen) THEN
    RAISE EXCEPTION 'a submitted selection cannot change; make a new version' USING ERRCODE = 'DA004';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END
$$;

CREATE TRIGGER selection_frozen BEFORE UPDATE OR DELETE ON app.selection
  FOR EACH ROW EXECUTE FUNCTION app.keep_frozen_selection();
CREATE TRIGGER selection_field_frozen BEFORE INSERT OR UPDATE OR DELETE ON app.selection_field
  FOR EACH ROW EXECUTE FUNCTION app.keep_frozen_selection_part();
CREATE TRIGGER selection_filter_frozen BEFORE INSERT OR UPDATE OR DELETE ON app.selection_filter
  FOR EACH ROW EXECUTE FUNCTION app.keep_frozen_selection_part();
CREATE TRIGGER selection_recipient_frozen BEFORE INSERT OR UPDATE OR DELETE ON app.selection_recipient
  FOR EACH ROW EXECUTE FUNCTION app.keep_frozen_selection_part();

GRANT SELECT, INSERT, UPDATE, DELETE
  ON app.selection, app.selection_field, app.selection_filter, app.selection_recipient TO did_app;
GRANT SELECT
  ON app.selection, app.selection_field, app.selection_filter, app.selection_recipient
  TO did_auditor, guard_intake;
