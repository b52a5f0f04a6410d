-- Monthly submissions of the Diagnostic Imaging Data Set, parted into releasable rows and the vault.
--
-- source.did_event holds the rows that count today: codes, dates and derived fields, one row an
-- examination, one partition a month of the test. A row that a later submission replaced is kept in
-- source.did_event_replaced with the submission that replaced it, so that an earlier cut can be read.
--
-- Columns of source.did_event, the field of the data set that each one carries, and the dictionary
-- (source.code_label.kind) that turns the code into words. A label is read by
--   (SELECT l.label FROM source.code_label l WHERE l.kind = KIND AND l.code = COLUMN::text)
--
--   column                    type      field                                      label by kind
--   person_ref                bytea 16  Person_ID (re-keyed for each agreement)
--   record_ref                bytea 16  the record's own reference (re-keyed for each agreement)
--   submission_id             bigint    SUBMISSION_DATA_ID (re-keyed for each agreement)
--   snomed_ct                 bigint    IMAGING_CODE_SNOMED_CT
--   derived_snomed_ct         bigint    DERIVED_IMAGING_CODE_SNOMED_CT
--   test_date                 date      DIAGNOSTIC_TEST_DATE
--   request_date              date      DIAGNOSTIC_TEST_REQUEST_DATE
--   received_date             date      DIAGNOSTIC_TEST_REQUEST_RECEIVED_DATE
--   report_date               date      SERVICE_REPORT_ISSUE_DATE
--   test_year, test_month     smallint  YEAR_OF_TEST, MONTH_OF_TEST (1 to 12)
--   request_to_received_days  smallint  ic_date1_to_date2
--   request_to_test_days      smallint  ic_date1_to_date3
--   request_to_report_days    smallint  ic_date1_to_date4
--   received_to_test_days     smallint  ic_date2_to_date3
--   received_to_report_days   smallint  ic_date2_to_date4
--   test_to_report_days       smallint  ic_date3_to_date4
--   age                       smallint  AGE, whole years at the test
--   age_band_5                smallint  AGE_BAND_5_YEARS (a band is named    age_band_5
--   age_band_10               smallint  AGE_BAND_10_YEARS  by its first age) age_band_10
--   age_band_child            smallint  AGE_BAND_CHILDREN_INC_0_YEARS        age_band_child
--   age_band_50_74            smallint  AGE_BAND_INC_50_TO_74                age_band_50_74
--   age_band_16_60            smallint  ..._WORKING_AGE_16_TO_60             age_band_16_60
--   age_band_16_64            smallint  ..._WORKING_AGE_16_TO_64             age_band_16_64
--   modality_id               smallint  MODALITY_ID, MODALITY                      modality
--   sub_modality_id           smallint  SUB_MODALITY_ID, SUB_MODALITY              sub_modality
--   region_id                 smallint  REGION_ID, REGION (of the body)            region
--   sub_region_id             smallint  SUB_REGION_ID, SUB_REGION                  sub_region
--   system_id                 smallint  SYSTEM_ID, SYSTEM                          system
--   sub_system_id             smallint  SUB_SYSTEM_ID, SUB_SYSTEM                  sub_system
--   component_id              smallint  SUB_SYSTEM_COMPONENT_ID, ..._COMPONENT     component
--   morphology_id             smallint  MORPHOLOGY_ID, MORPHOLOGY                  morphology
--   fetal_id                  smallint  FETAL_ID, FETAL                            fetal
--   early_cancer_id           smallint  EARLY_CANCER_DIAGNOSIS_ID and its label    early_cancer
--   sub_early_cancer_id       smallint  SUB_EARLY_CANCER_DIAGNOSIS_ID, its label   sub_early_cancer
--   referrer_type             smallint  DERIVED_REFERRER_TYPE is its label         referrer_type
--   ethnic_group              smallint  ETHNIC_CATEGORY_GROUP is its label         ethnic_group
--   ethnic_category           text      ETHNIC_CATEGORY_CODE, ..._DESCRIPTION      ethnic_category
--   gender                    text      GENDER_CODE, GENDER_DESCRIPTION            gender
--   source_setting            text      PATIENT_SOURCE_SETTING, ..._DESCRIPTION    source_setting
--   lsoa, msoa                text      LSOA_OF_RESIDENCE, LOCATION_MSOA
--   residence_region          text      a filter: English region of residence      residence_region
--   gp_practice               text      GP_CODE                                    organisation
--   commissioner              text      CCG_CODE, CCG_NAME is its label            organisation
--   referring_organisation    text      REFERRER_ORGANISATION_CODE, ..._DESCRIPTION organisation
--   nicip                     text      IMAGING_CODE_NICIP
--   site_code                 text      PROVIDER_SITE_CODE                         organisation
--   provider_code             text      PROVIDER_CODE, PROVIDER_NAME is its label  organisation
--   submitter                 text      SUBMITTER_ORGANISATION                     organisation
--
-- Not here: NHS number and its status, birth date, postcode, accession number, referrer code. They
-- stand in vault.record, which nobody can read but this schema's own functions.

GRANT USAGE ON SCHEMA source TO did_app, did_loader, did_auditor;
DO $$
BEGIN
  EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO guard_source', current_database());
END
$$;

SET LOCAL ROLE guard_source;

CREATE TABLE source.submission (
  id                bigint PRIMARY KEY,
  submitter         text NOT NULL CHECK (submitter ~ '^[A-Z0-9]{3,12}$'),
  received_on       date NOT NULL,
  reporting_month   date NOT NULL CHECK (extract(day FROM reporting_month) = 1),
  file_sha256       bytea NOT NULL CHECK (octet_length(file_sha256) = 32),
  reference_version text NOT NULL,
  row_count         bigint NOT NULL,
  accepted          bigint NOT NULL CHECK (accepted >= 0),
  rejected          bigint NOT NULL CHECK (rejected >= 0),
  warnings          bigint NOT NULL CHECK (warnings >= 0),
  replaced_rows     bigint NOT NULL DEFAULT 0,
  superseded_rows   bigint NOT NULL DEFAULT 0,
  ambiguous_rows    bigint NOT NULL DEFAULT 0,
  findings          jsonb NOT NULL DEFAULT '{}',
  state             text NOT NULL DEFAULT 'ACCEPTED' CHECK (state IN ('ACCEPTED', 'WITHDRAWN')),
  loaded_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
  CHECK (row_count = accepted + rejected)
);
COMMENT ON COLUMN source.submission.id IS
  '52 bits of SHA-256 over submitter, month, receipt and file: the same on every server';
COMMENT ON COLUMN source.submission.replaced_rows IS 'rows of earlier submissions that this one replaced';
COMMENT ON COLUMN source.submission.superseded_rows IS
  'rows of this one that a submission received later had already replaced when it was loaded';
COMMENT ON COLUMN source.submission.ambiguous_rows IS
  'rows whose birth date, gender and postcode belong to several people: each stands for itself';

CREATE VIEW source.submission_summary AS
SELECT id, submitter, received_on, reporting_month, file_sha256, reference_version, row_count, accepted,
       rejected, warnings, replaced_rows, superseded_rows, ambiguous_rows, findings, state, loaded_at
FROM source.submission;
GRANT SELECT ON source.submission_summary TO did_app, did_loader, did_auditor, guard_def, guard_reader;

CREATE TABLE source.code_label (
  kind  text NOT NULL,
  code  text NOT NULL,
  label text NOT NULL,
  PRIMARY KEY (kind, code) INCLUDE (label)
);
GRANT SELECT ON source.code_label TO did_app, did_loader, did_auditor, guard_def, guard_reader;

CREATE TABLE source.reference_version (
  version       text PRIMARY KEY,
  sha256        bytea NOT NULL CHECK (octet_length(sha256) = 32),
  registered_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
GRANT SELECT ON source.reference_version TO did_app, did_loader, did_auditor, guard_def;

CREATE TABLE source.did_event (
  submission_id            bigint NOT NULL,
  snomed_ct                bigint,
  derived_snomed_ct        bigint,
  test_date                date NOT NULL,
  request_date             date,
  received_date            date,
  report_date              date,
  test_year                smallint NOT NULL,
  test_month               smallint NOT NULL,
  request_to_received_days smallint,
  request_to_test_days     smallint,
  request_to_report_days   smallint,
  received_to_test_days    smallint,
  received_to_report_days  smallint,
  test_to_report_days      smallint,
  age                      smallint CHECK (age BETWEEN 0 AND 200),
  age_band_5               smallint,
  age_band_10              smallint,
  age_band_child           smallint,
  age_band_50_74           smallint,
  age_band_16_60           smallint,
  age_band_16_64           smallint,
  modality_id              smallint,
  sub_modality_id          smallint,
  region_id                smallint,
  sub_region_id            smallint,
  system_id                smallint,
  sub_system_id            smallint,
  component_id             smallint,
  morphology_id            smallint,
  fetal_id                 smallint,
  early_cancer_id          smallint,
  sub_early_cancer_id      smallint,
  referrer_type            smallint NOT NULL,
  ethnic_group             smallint,
  person_ref               bytea NOT NULL,
  record_ref               bytea NOT NULL,
  ethnic_category          text,
  gender                   text,
  source_setting           text NOT NULL,
  lsoa                     text,
  msoa                     text,
  residence_region         text,
  gp_practice              text,
  commissioner             text,
  referring_organisation   text,
  nicip                    text,
  site_code                text NOT NULL,
  provider_code            text,
  submitter                text NOT NULL
) PARTITION BY RANGE (test_date);
CREATE INDEX did_event_record_ref ON source.did_event (record_ref);
-- Every column of this table may be approved for a release; a partition is read through its parent.
GRANT SELECT ON source.did_event TO guard_reader;

CREATE TABLE source.did_event_replaced (LIKE source.did_event, replaced_by bigint NOT NULL);
CREATE INDEX did_event_replaced_record_ref ON source.did_event_replaced (record_ref);

-- One row each time a record moved from one person to another: a merge or a split of people.
CREATE TABLE source.person_change (
  record_ref    bytea NOT NULL,
  old_ref       bytea NOT NULL,
  new_ref       bytea NOT NULL,
  submission_id bigint NOT NULL,
  PRIMARY KEY (submission_id, record_ref)
);
GRANT SELECT ON source.person_change TO guard_reader;

-- The vault: who a record is about. A key over the partitioned table would have to hold the month, so
-- this table is also the one place where accession number and site are unique.
CREATE TABLE vault.record (
  submission_id     bigint NOT NULL,
  received_on       date NOT NULL,
  test_date         date NOT NULL,
  birth_date        date,
  verified          boolean NOT NULL,
  record_ref        bytea PRIMARY KEY,
  person_ref        bytea NOT NULL,
  nhs_number        text,
  nhs_number_status text,
  gender            text,
  postcode          text,
  site_code         text NOT NULL,
  accession_number  text NOT NULL,
  referrer_code     text,
  triple            text
);
CREATE INDEX record_triple ON vault.record (triple) WHERE triple IS NOT NULL;
COMMENT ON COLUMN vault.record.triple IS
  'birth date, gender and postcode where all three are known; a pseudo-postcode (ZZ99) names no home';

CREATE TABLE vault.record_replaced (LIKE vault.record, replaced_by bigint NOT NULL);

-- The key under which references are made: read by this schema's own functions and nobody else.
CREATE TABLE vault.secret (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  key      bytea NOT NULL CHECK (octet_length(key) = 32)
);
INSERT INTO vault.secret (key) VALUES (extension.gen_random_bytes(32));

INSERT INTO source.code_label (kind, code, label) VALUES
  ('gender', '0', 'Not known'), ('gender', '1', 'Male'), ('gender', '2', 'Female'),
  ('gender', '9', 'Not specified'),
  ('source_setting', '01', 'Admitted Patient Care - Inpatient (this Health Care Provider)'),
  ('source_setting', '02', 'Admitted Patient Care - Day case (this Health Care Provider)'),
  ('source_setting', '03', 'Out-patient (this Health Care Provider)'),
  ('source_setting', '04', 'GP Direct Access'),
  ('source_setting', '05', 'Accident and Emergency Department (this Health Care Provider)'),
  ('source_setting', '06', 'Other Health Care Provider'),
  ('source_setting', '07', 'Other'),
  ('ethnic_category', 'A', 'British'), ('ethnic_category', 'B', 'Irish'),
  ('ethnic_category', 'C', 'Any other White background'),
  ('ethnic_category', 'D', 'White and Black Caribbean'),
  ('ethnic_category', 'E', 'White and Black African'),
  ('ethnic_category', 'F', 'White and Asian'), ('ethnic_category', 'G', 'Any other mixed background'),
  ('ethnic_category', 'H', 'Indian'), ('ethnic_category', 'J', 'Pakistani'),
  ('ethnic_category', 'K', 'Bangladeshi'), ('ethnic_category', 'L', 'Any other Asian background'),
  ('ethnic_category', 'M', 'Caribbean'), ('ethnic_category', 'N', 'African'),
  ('ethnic_category', 'P', 'Any other Black background'), ('ethnic_category', 'R', 'Chinese'),
  ('ethnic_category', 'S', 'Any other ethnic group'), ('ethnic_category', 'Z', 'Not stated'),
  ('ethnic_category', '99', 'Not known'),
  ('ethnic_group', '1', 'White'), ('ethnic_group', '2', 'Mixed'),
  ('ethnic_group', '3', 'Asian or Asian British'), ('ethnic_group', '4', 'Black or Black British'),
  ('ethnic_group', '5', 'Other'), ('ethnic_group', '6', 'Not stated'), ('ethnic_group', '9', 'Not known'),
  ('referrer_type', '1', 'Chiropodist'), ('referrer_type', '2', 'Consultant'),
  ('referrer_type', '3', 'Dentist'), ('referrer_type', '4', 'Dental Consultant'),
  ('referrer_type', '5', 'Dietician'), ('referrer_type', '6', 'GP'),
  ('referrer_type', '7', 'GP N.Ireland'), ('referrer_type', '8', 'GP Scotland'),
  ('referrer_type', '9', 'Nurse'), ('referrer_type', '10', 'Midwife'),
  ('referrer_type', '11', 'Ministry of Defence Doctor'), ('referrer_type', '12', 'Physiotherapist'),
  ('referrer_type', '13', 'Prison doctor'), ('referrer_type', '14', 'Other health professionals'),
  ('referrer_type', '15', 'Speech and Language Therapist'), ('referrer_type', '99', 'Not Known'),
  ('age_band_child', '0', '0'), ('age_band_child', '1', '1-4'), ('age_band_child', '5', '5-9'),
  ('age_band_child', '10', '10-15'), ('age_band_child', '16', '16+'),
  ('age_band_50_74', '0', '0-18'), ('age_band_50_74', '19', '19-49'),
  ('age_band_50_74', '50', '50-74'), ('age_band_50_74', '75', '75+'),
  ('age_band_16_60', '0', '0-15'), ('age_band_16_60', '16', '16-60'), ('age_band_16_60', '61', '61+'),
  ('age_band_16_64', '0', '0-15'), ('age_band_16_64', '16', '16-64'), ('age_band_16_64', '65', '65+'),
  ('residence_region', 'E12000001', 'North East'), ('residence_region', 'E12000002', 'North West'),
  ('residence_region', 'E12000003', 'Yorkshire and The Humber'),
  ('residence_region', 'E12000004', 'East Midlands'), ('residence_region', 'E12000005', 'West Midlands'),
  ('residence_region', 'E12000006', 'East of England'), ('residence_region', 'E12000007', 'London'),
  ('residence_region', 'E12000008', 'South East'), ('residence_region', 'E12000009', 'South West');
INSERT INTO source.code_label (kind, code, label)
SELECT 'age_band_10', g::text, CASE WHEN g = 90 THEN '90+' ELSE g || '-' || g + 9 END
FROM generate_series(0, 90, 10) g
UNION ALL
SELECT 'age_band_5', g::text, CASE WHEN g = 90 THEN '90+' ELSE g || '-' || g + 4 END
FROM generate_series(0, 90, 5) g;

RESET ROLE;
