-- Facts that come with the product: the controllers of the Diagnostic Imaging Data Set with their
-- dates, and the whitelist of what of version 1 may leave. Identifiers (NHS number, birth date,
-- postcode, accession number) and the referrer's code have no row, so nothing can release them.
--
-- Public Health England was dissolved on 1 October 2021 and its functions were split. Who follows it
-- for this data set is not ours to say: its slot blocks until an officer records it with evidence.
SET ROLE guard_ledger;

CREATE PROCEDURE ledger.found_catalogue() LANGUAGE plpgsql AS $$
DECLARE
  nhs_england CONSTANT uuid := '0d1d0000-0000-4000-8000-000000000001';
  public_health_england CONSTANT uuid := '0d1d0000-0000-4000-8000-000000000002';
  ukhsa CONSTANT uuid := '0d1d0000-0000-4000-8000-000000000003';
  dhsc CONSTANT uuid := '0d1d0000-0000-4000-8000-000000000004';
  payload CONSTANT text := '{"data_set":"DID","version":"1"}';
  entry bigint;
BEGIN
  INSERT INTO ledger.entry (act, method, payload, payload_sha256)
    VALUES ('found_catalogue', 'founding', payload, encode(sha256(convert_to(payload, 'UTF8')), 'hex')) RETURNING id INTO entry;
  INSERT INTO ledger.organisation (id, ods_code, name, entry_id) VALUES
    (nhs_england, 'X26', 'NHS England', entry),
    (public_health_england, 'X25', 'Public Health England', entry),
    (ukhsa, 'UKHSA', 'UK Health Security Agency', entry),
    (dhsc, 'XDH', 'Department of Health and Social Care', entry);
  INSERT INTO ledger.organisation_end (organisation_id, ended_on, source, entry_id) VALUES
    (public_health_england, '2021-10-01', 'Dissolved on 1 October 2021; its functions went to several bodies', entry);
  INSERT INTO ledger.controllership (id, data_set, organisation_id, function_name, starts_on, source, entry_id) VALUES
    ('0d1d0000-0000-4000-8000-000000000011', 'DID', nhs_england, 'Commissioning and system oversight', '2013-04-01',
      'Diagnostic Imaging Data Set page: "Data controllers: NHS England and Public Health England"', entry),
    ('0d1d0000-0000-4000-8000-000000000012', 'DID', public_health_england, 'Public health and cancer registration', '2013-04-01',
      'Diagnostic Imaging Data Set page: "Data controllers: NHS England and Public Health England"', entry);
  INSERT INTO ledger.field_column (data_set, version, field_code, column_expression, sql_type, label_kind, field_class,
      coarser_than, entry_id)
  SELECT 'DID', '1', f.code, f.col, f.type, f.label, f.class, f.coarser::text[], entry FROM (VALUES
    ('PERSON_ID', 'person_ref', 'bytea', NULL, 'replaced', '{}'),
    ('SUBMISSION_DATA_ID', 'record_ref', 'bytea', NULL, 'replaced', '{}'),
    ('AGE', 'age', 'smallint', NULL, 'justify', '{}'),
    ('AGE_BAND_5_YEARS', 'age_band_5', 'smallint', 'age_band_5', 'standard', '{AGE}'),
    ('AGE_BAND_10_YEARS', 'age_band_10', 'smallint', 'age_band_10', 'standard', '{AGE_BAND_5_YEARS}'),
    ('AGE_BAND_CHILDREN_INC_0_YEARS', 'age_band_child', 'smallint', 'age_band_child', 'standard', '{AGE}'),
    ('AGE_BAND_INC_50_TO_74', 'age_band_50_74', 'smallint', 'age_band_50_74', 'standard', '{AGE}'),
    ('AGE_BAND_INC_WORKING_AGE_16_TO_60', 'age_band_16_60', 'smallint', 'age_band_16_60', 'standard', '{AGE}'),
    ('AGE_BAND_INC_WORKING_AGE_16_TO_64', 'age_band_16_64', 'smallint', 'age_band_16_64', 'standard', '{AGE}'),
    ('ETHNIC_CATEGORY_CODE', 'ethnic_category', 'text', NULL, 'justify', '{}'),
    ('ETHNIC_CATEGORY_DESCRIPTION', 'ethnic_category', 'text', 'ethnic_category', 'justify', '{ETHNIC_CATEGORY_CODE}'),
    ('ETHNIC_CATEGORY_GROUP', 'ethnic_group', 'smallint', 'ethnic_group', 'justify', '{ETHNIC_CATEGORY_CODE,ETHNIC_CATEGORY_DESCRIPTION}'),
    ('GENDER_CODE', 'gender', 'text', NULL, 'standard', '{}'),
    ('GENDER_DESCRIPTION', 'gender', 'text', 'gender', 'standard', '{GENDER_CODE}'),
    ('LSOA_OF_RESIDENCE', 'lsoa', 'text', NULL, 'justify', '{}'),
    ('LOCATION_MSOA', 'msoa', 'text', NULL, 'justify', '{LSOA_OF_RESIDENCE}'),
    ('GP_CODE', 'gp_practice', 'text', NULL, 'justify', '{}'),
    ('CCG_CODE', 'commissioner', 'text', NULL, 'justify', '{GP_CODE}'),
    ('CCG_NAME', 'commissioner', 'text', 'organisation', 'justify', '{CCG_CODE}'),
    ('PATIENT_SOURCE_SETTING', 'source_setting', 'text', NULL, 'standard', '{}'),
    ('PATIENT_SOURCE_SETTING_DESCRIPTION', 'source_setting', 'text', 'source_setting', 'standard', '{PATIENT_SOURCE_SETTING}'),
    ('DERIVED_REFERRER_TYPE', 'referrer_type', 'smallint', 'referrer_type', 'standard', '{}'),
    ('REFERRER_ORGANISATION_CODE', 'referring_organisation', 'text', NULL, 'justify', '{}'),
    ('REFERRER_ORGANISATION_DESCRIPTION', 'referring_organisation', 'text', 'organisation', 'justify', '{REFERRER_ORGANISATION_CODE}'),
    ('DIAGNOSTIC_TEST_REQUEST_DATE', 'request_date', 'date', NULL, 'justify', '{}'),
    ('DIAGNOSTIC_TEST_REQUEST_RECEIVED_DATE', 'received_date', 'date', NULL, 'justify', '{}'),
    ('DIAGNOSTIC_TEST_DATE', 'test_date', 'date', NULL, 'justify', '{}'),
    ('SERVICE_REPORT_ISSUE_DATE', 'report_date', 'date', NULL, 'justify', '{}'),
    ('MONTH_OF_TEST', 'test_month', 'smallint', NULL, 'standard', '{DIAGNOSTIC_TEST_DATE}'),
    ('YEAR_OF_TEST', 'test_year', 'smallint', NULL, 'standard', '{DIAGNOSTIC_TEST_DATE}'),
    ('DAYS_REQUEST_TO_RECEIVED', 'request_to_received_days', 'smallint', NULL, 'standard', '{}'),
    ('DAYS_REQUEST_TO_TEST', 'request_to_test_days', 'smallint', NULL, 'standard', '{}'),
    ('DAYS_REQUEST_TO_REPORT', 'request_to_report_days', 'smallint', NULL, 'standard', '{}'),
    ('DAYS_RECEIVED_TO_TEST', 'received_to_test_days', 'smallint', NULL, 'standard', '{}'),
    ('DAYS_RECEIVED_TO_REPORT', 'received_to_report_days', 'smallint', NULL, 'standard', '{}'),
    ('DAYS_TEST_TO_REPORT', 'test_to_report_days', 'smallint', NULL, 'standard', '{}'),
    ('IMAGING_CODE_NICIP', 'nicip', 'text', NULL, 'standard', '{}'),
    ('IMAGING_CODE_SNOMED_CT', 'snomed_ct', 'bigint', NULL, 'standard', '{}'),
    ('DERIVED_IMAGING_CODE_SNOMED_CT', 'derived_snomed_ct', 'bigint', NULL, 'standard', '{}'),
    ('MODALITY_ID', 'modality_id', 'smallint', NULL, 'standard', '{}'),
    ('MODALITY', 'modality_id', 'smallint', 'modality', 'standard', '{MODALITY_ID}'),
    ('SUB_MODALITY_ID', 'sub_modality_id', 'smallint', NULL, 'standard', '{}'),
    ('SUB_MODALITY', 'sub_modality_id', 'smallint', 'sub_modality', 'standard', '{SUB_MODALITY_ID}'),
    ('REGION_ID', 'region_id', 'smallint', NULL, 'standard', '{}'),
    ('REGION', 'region_id', 'smallint', 'region', 'standard', '{REGION_ID}'),
    ('SUB_REGION_ID', 'sub_region_id', 'smallint', NULL, 'standard', '{}'),
    ('SUB_REGION', 'sub_region_id', 'smallint', 'sub_region', 'standard', '{SUB_REGION_ID}'),
    ('SYSTEM_ID', 'system_id', 'smallint', NULL, 'standard', '{}'),
    ('SYSTEM', 'system_id', 'smallint', 'system', 'standard', '{SYSTEM_ID}'),
    ('SUB_SYSTEM_ID', 'sub_system_id', 'smallint', NULL, 'standard', '{}'),
    ('SUB_SYSTEM', 'sub_system_id', 'smallint', 'sub_system', 'standard', '{SUB_SYSTEM_ID}'),
    ('SUB_SYSTEM_COMPONENT_ID', 'component_id', 'smallint', NULL, 'standard', '{}'),
    ('SUB_SYSTEM_COMPONENT', 'component_id', 'smallint', 'component', 'standard', '{SUB_SYSTEM_COMPONENT_ID}'),
    ('MORPHOLOGY_ID', 'morphology_id', 'smallint', NULL, 'standard', '{}'),
    ('MORPHOLOGY', 'morphology_id', 'smallint', 'morphology', 'standard', '{MORPHOLOGY_ID}'),
    ('FETAL_ID', 'fetal_id', 'smallint', NULL, 'standard', '{}'),
    ('FETAL', 'fetal_id', 'smallint', 'fetal', 'standard', '{FETAL_ID}'),
    ('EARLY_CANCER_DIAGNOSIS_ID', 'early_cancer_id', 'smallint', NULL, 'standard', '{}'),
    ('EARLY_CANCER_DIAGNOSIS', 'early_cancer_id', 'smallint', 'early_cancer', 'standard', '{EARLY_CANCER_DIAGNOSIS_ID}'),
    ('SUB_EARLY_CANCER_DIAGNOSIS_ID', 'sub_early_cancer_id', 'smallint', NULL, 'standard', '{}'),
    ('SUB_EARLY_CANCER_DIAGNOSIS', 'sub_early_cancer_id', 'smallint', 'sub_early_cancer', 'standard', '{SUB_EARLY_CANCER_DIAGNOSIS_ID}'),
    ('PROVIDER_SITE_CODE', 'site_code', 'text', NULL, 'standard', '{}'),
    ('PROVIDER_CODE', 'provider_code', 'text', NULL, 'standard', '{PROVIDER_SITE_CODE}'),
    ('PROVIDER_NAME', 'provider_code', 'text', 'organisation', 'standard', '{PROVIDER_CODE}'),
    ('SUBMITTER_ORGANISATION', 'submitter', 'text', NULL, 'standard', '{}')
  ) AS f(code, col, type, label, class, coarser);
  INSERT INTO ledger.filter_meaning (data_set, version, kind, column_expression, entry_id) VALUES
    ('DID', '1', 'region', 'residence_region', entry),
    ('DID', '1', 'age-band', 'age_band_10', entry),
    ('DID', '1', 'modality', 'modality_id', entry),
    ('DID', '1', 'sex', 'gender', entry);
END
$$;
CALL ledger.found_catalogue();
DROP PROCEDURE ledger.found_catalogue();

RESET ROLE;
