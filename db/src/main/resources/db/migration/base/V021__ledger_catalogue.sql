-- Who controls a data set, when, who followed them, and which field is which column.
SET ROLE guard_ledger;

CREATE TABLE ledger.controllership (
  id              uuid PRIMARY KEY,
  data_set        text NOT NULL,
  organisation_id uuid NOT NULL REFERENCES ledger.organisation,
  function_name   text NOT NULL,
  starts_on       date NOT NULL,
  ends_on         date CHECK (ends_on > starts_on),
  source          text NOT NULL,
  entry_id        bigint NOT NULL REFERENCES ledger.entry
);
-- One row a successor: a split has several rows, a discharge has one without a successor.
CREATE TABLE ledger.succession (
  controllership_id    uuid NOT NULL REFERENCES ledger.controllership,
  from_organisation_id uuid NOT NULL REFERENCES ledger.organisation,
  to_organisation_id   uuid REFERENCES ledger.organisation CHECK (to_organisation_id <> from_organisation_id),
  effective_on         date NOT NULL,
  evidence             text NOT NULL CHECK (length(evidence) BETWEEN 1 AND 2000),
  entry_id             bigint NOT NULL REFERENCES ledger.entry,
  UNIQUE NULLS NOT DISTINCT (controllership_id, from_organisation_id, to_organisation_id)
);

-- The whitelist. What is not here cannot leave: identifiers and withheld fields have no row. A row
-- names a plain column, never an expression, and is never changed: what a controller approved under
-- a field's name stays what it was.
CREATE TABLE ledger.field_column (
  data_set          text NOT NULL,
  version           text NOT NULL,
  field_code        text NOT NULL CHECK (field_code ~ '^[A-Z][A-Z0-9_]{1,58}$'),
  column_expression text NOT NULL CHECK (column_expression ~ '^[a-z][a-z0-9_]{0,62}$'),
  sql_type          text NOT NULL CHECK (sql_type IN ('bytea', 'bigint', 'smallint', 'date', 'text')),
  label_kind        text,
  field_class       text NOT NULL CHECK (field_class IN ('replaced', 'standard', 'justify')),
  coarser_than      text[] NOT NULL DEFAULT '{}',
  entry_id          bigint NOT NULL REFERENCES ledger.entry,
  PRIMARY KEY (data_set, version, field_code),
  UNIQUE NULLS NOT DISTINCT (data_set, version, column_expression, label_kind)
);
COMMENT ON COLUMN ledger.field_column.label_kind IS
  'the dictionary (source.code_label.kind) that turns the column''s code into the field''s words; null: as it is';
COMMENT ON COLUMN ledger.field_column.coarser_than IS
  'fields from which this one can be computed: whoever allowed one of them allowed this one';

CREATE TABLE ledger.filter_meaning (
  data_set          text NOT NULL,
  version           text NOT NULL,
  kind              text NOT NULL,
  column_expression text NOT NULL CHECK (column_expression ~ '^[a-z][a-z0-9_]{0,62}$'),
  entry_id          bigint NOT NULL REFERENCES ledger.entry,
  PRIMARY KEY (data_set, version, kind)
);

RESET ROLE;
