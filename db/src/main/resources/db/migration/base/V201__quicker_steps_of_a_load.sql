-- The steps of a load without what costs time and changes nothing: statistics on columns that nothing joins
-- by, a search for records that were left out where none was, and the tables of replaced rows where a later
-- submission has replaced none of these.
SET LOCAL ROLE guard_source;

CREATE OR REPLACE FUNCTION source.gather_arriving(vault_key bytea) RETURNS bigint
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
SET DateStyle = 'ISO, YMD'
AS $$
DECLARE
  gathered bigint;
BEGIN
  CREATE TEMPORARY TABLE left_out ON COMMIT DROP AS
  SELECT s.line FROM pg_temp.staging s WHERE s.excluded;
  ANALYZE pg_temp.left_out;
  CREATE TEMPORARY TABLE arriving ON COMMIT DROP AS
  SELECT s.line,
         substring(extension.hmac(
           convert_to('record' || chr(31) || s.site_code || chr(31) || s.accession_number, 'UTF8'),
           vault_key, 'sha256') FROM 1 FOR 16) AS record_ref,
         s.nhs_number IS NOT NULL AND s.nhs_number_status IS NOT DISTINCT FROM '01' AS verified,
         s.nhs_number,
         CASE WHEN s.postcode NOT LIKE 'ZZ99%'
              THEN s.birth_date || chr(31) || s.gender || chr(31) || s.postcode END AS triple,
         s.site_code, s.accession_number,
         NULL::bigint AS outlived_by
  FROM pg_temp.staging s
  WHERE NOT s.excluded
    AND NOT EXISTS (SELECT FROM pg_temp.left_out x WHERE x.line = s.line);
  GET DIAGNOSTICS gathered = ROW_COUNT;
  ANALYZE pg_temp.staging (line);
  ANALYZE pg_temp.arriving (line, record_ref, triple);
  RETURN gathered;
END
$$;

CREATE OR REPLACE FUNCTION source.store_identifiers(new_id bigint, new_received_on date) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO vault.record (
    submission_id, received_on, test_date, birth_date, verified, record_ref, person_ref, nhs_number,
    nhs_number_status, gender, postcode, site_code, accession_number, referrer_code, triple)
  SELECT new_id, new_received_on, s.test_date, s.birth_date, g.verified, g.record_ref, g.person_ref,
         s.nhs_number, s.nhs_number_status, s.gender, s.postcode, s.site_code, s.accession_number,
         s.referrer_code, g.triple
  FROM pg_temp.grouped g JOIN pg_temp.staging s USING (line)
  WHERE NOT s.excluded AND g.outlived_by IS NULL;
  IF EXISTS (SELECT FROM pg_temp.grouped g WHERE g.outlived_by IS NOT NULL) THEN
    INSERT INTO vault.record_replaced (
      submission_id, received_on, test_date, birth_date, verified, record_ref, person_ref, nhs_number,
      nhs_number_status, gender, postcode, site_code, accession_number, referrer_code, triple, replaced_by)
    SELECT new_id, new_received_on, s.test_date, s.birth_date, g.verified, g.record_ref, g.person_ref,
           s.nhs_number, s.nhs_number_status, s.gender, s.postcode, s.site_code, s.accession_number,
           s.referrer_code, g.triple, g.outlived_by
    FROM pg_temp.grouped g JOIN pg_temp.staging s USING (line)
    WHERE NOT s.excluded AND g.outlived_by IS NOT NULL;
  END IF;
END
$$;

CREATE OR REPLACE FUNCTION source.store_events(new_id bigint, new_submitter text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO source.did_event (
    submission_id, submitter, person_ref, record_ref,
    snomed_ct, derived_snomed_ct, test_date, request_date, received_date, report_date,
    test_year, test_month, request_to_received_days, request_to_test_days, request_to_report_days,
    received_to_test_days, received_to_report_days, test_to_report_days, age, age_band_5, age_band_10,
    age_band_child, age_band_50_74, age_band_16_60, age_band_16_64, modality_id, sub_modality_id, region_id,
    sub_region_id, system_id, sub_system_id, component_id, morphology_id, fetal_id, early_cancer_id,
    sub_early_cancer_id, referrer_type, ethnic_group, ethnic_category, gender, source_setting, lsoa, msoa,
    residence_region, gp_practice, commissioner, referring_organisation, nicip, site_code, provider_code)
  SELECT new_id, new_submitter, g.person_ref, g.record_ref,
         s.snomed_ct, s.derived_snomed_ct, s.test_date, s.request_date, s.received_date, s.report_date,
         s.test_year, s.test_month, s.request_to_received_days, s.request_to_test_days,
         s.request_to_report_days, s.received_to_test_days, s.received_to_report_days,
         s.test_to_report_days, s.age, s.age_band_5, s.age_band_10, s.age_band_child, s.age_band_50_74,
         s.age_band_16_60, s.age_band_16_64, s.modality_id, s.sub_modality_id, s.region_id,
         s.sub_region_id, s.system_id, s.sub_system_id, s.component_id, s.morphology_id, s.fetal_id,
         s.early_cancer_id, s.sub_early_cancer_id, s.referrer_type, s.ethnic_group, s.ethnic_category,
         s.gender, s.source_setting, s.lsoa, s.msoa, s.residence_region, s.gp_practice, s.commissioner,
         s.referring_organisation, s.nicip, s.site_code, s.provider_code
  FROM pg_temp.grouped g JOIN pg_temp.staging s USING (line)
  WHERE NOT s.excluded AND g.outlived_by IS NULL;
  IF EXISTS (SELECT FROM pg_temp.grouped g WHERE g.outlived_by IS NOT NULL) THEN
    INSERT INTO source.did_event_replaced (
      replaced_by, submission_id, submitter, person_ref, record_ref,
      snomed_ct, derived_snomed_ct, test_date, request_date, received_date, report_date,
      test_year, test_month, request_to_received_days, request_to_test_days, request_to_report_days,
      received_to_test_days, received_to_report_days, test_to_report_days, age, age_band_5, age_band_10,
      age_band_child, age_band_50_74, age_band_16_60, age_band_16_64, modality_id, sub_modality_id, region_id,
      sub_region_id, system_id, sub_system_id, component_id, morphology_id, fetal_id, early_cancer_id,
      sub_early_cancer_id, referrer_type, ethnic_group, ethnic_category, gender, source_setting, lsoa, msoa,
      residence_region, gp_practice, commissioner, referring_organisation, nicip, site_code, provider_code)
    SELECT g.outlived_by, new_id, new_submitter, g.person_ref, g.record_ref,
           s.snomed_ct, s.derived_snomed_ct, s.test_date, s.request_date, s.received_date, s.report_date,
           s.test_year, s.test_month, s.request_to_received_days, s.request_to_test_days,
           s.request_to_report_days, s.received_to_test_days, s.received_to_report_days,
           s.test_to_report_days, s.age, s.age_band_5, s.age_band_10, s.age_band_child, s.age_band_50_74,
           s.age_band_16_60, s.age_band_16_64, s.modality_id, s.sub_modality_id, s.region_id,
           s.sub_region_id, s.system_id, s.sub_system_id, s.component_id, s.morphology_id, s.fetal_id,
           s.early_cancer_id, s.sub_early_cancer_id, s.referrer_type, s.ethnic_group, s.ethnic_category,
           s.gender, s.source_setting, s.lsoa, s.msoa, s.residence_region, s.gp_practice, s.commissioner,
           s.referring_organisation, s.nicip, s.site_code, s.provider_code
    FROM pg_temp.grouped g JOIN pg_temp.staging s USING (line)
    WHERE NOT s.excluded AND g.outlived_by IS NOT NULL;
  END IF;
END
$$;

CREATE OR REPLACE FUNCTION source.group_people(vault_key bytea) RETURNS bigint
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  ambiguous bigint;
BEGIN
  CREATE TEMPORARY TABLE grouped ON COMMIT DROP AS
  SELECT a.line, a.record_ref, a.verified, a.triple, a.outlived_by,
         coalesce(NOT a.verified AND h.people > 1, false) AS ambiguous,
         substring(extension.hmac(
           convert_to(source.identity_of(a.verified, a.nhs_number, a.triple, h.people, h.nhs_number, a.record_ref), 'UTF8'),
           vault_key, 'sha256') FROM 1 FOR 16) AS person_ref
  FROM pg_temp.arriving a LEFT JOIN pg_temp.holder h USING (triple);
  ANALYZE pg_temp.grouped (line);
  SELECT count(*) INTO ambiguous FROM pg_temp.grouped g WHERE g.ambiguous AND g.outlived_by IS NULL;
  RETURN ambiguous;
END
$$;

RESET ROLE;
