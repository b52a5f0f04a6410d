-- How a submission comes in. The loader works in one transaction:
--   source.open_staging()            a temporary table that it may insert into and nothing else
--   COPY pg_temp.staging FROM STDIN  the records that passed the checks, derived fields included
--   source.accept_submission(...)    parts the identifiers into the vault and stores the rows
-- The staging table vanishes with the transaction, so a load that stops half-way leaves nothing behind.
SET LOCAL ROLE guard_source;

CREATE FUNCTION source.open_staging() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  CREATE TEMPORARY TABLE staging (
    line                     bigint NOT NULL,
    excluded                 boolean NOT NULL DEFAULT false,
    nhs_number               text,
    nhs_number_status        text,
    birth_date               date,
    postcode                 text,
    accession_number         text,
    referrer_code            text,
    snomed_ct                bigint,
    derived_snomed_ct        bigint,
    test_date                date,
    request_date             date,
    received_date            date,
    report_date              date,
    test_year                smallint,
    test_month               smallint,
    request_to_received_days smallint,
    request_to_test_days     smallint,
    request_to_report_days   smallint,
    received_to_test_days    smallint,
    received_to_report_days  smallint,
    test_to_report_days      smallint,
    age                      smallint,
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
    referrer_type            smallint,
    ethnic_group             smallint,
    ethnic_category          text,
    gender                   text,
    source_setting           text,
    lsoa                     text,
    msoa                     text,
    residence_region         text,
    gp_practice              text,
    commissioner             text,
    referring_organisation   text,
    nicip                    text,
    site_code                text,
    provider_code            text
  ) ON COMMIT DROP;
  EXECUTE format('GRANT INSERT ON pg_temp.staging TO %I', session_user);
END
$$;

-- Partitions are made here because only the parent's owner may add one. The new table is attached, not
-- created as a partition, so that a release that reads the parent is not kept waiting.
CREATE FUNCTION source.add_months(first_month date, last_month date) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
SET DateStyle = 'ISO, YMD'
AS $$
DECLARE
  month_start date;
  partition_name text;
BEGIN
  FOR month_start IN SELECT generate_series(first_month, last_month, interval '1 month')::date LOOP
    partition_name := 'did_event_' || to_char(month_start, 'YYYY_MM');
    IF to_regclass(format('source.%I', partition_name)) IS NULL THEN
      EXECUTE format('CREATE TABLE source.%I (LIKE source.did_event INCLUDING ALL)', partition_name);
      EXECUTE format(
        'ALTER TABLE source.did_event ATTACH PARTITION source.%I FOR VALUES FROM (%L) TO (%L)',
        partition_name, month_start, (month_start + interval '1 month')::date);
    END IF;
  END LOOP;
END
$$;

-- The records that arrive, with the key under which each one is known. Left out: records whose key
-- stands twice in the file.
CREATE FUNCTION source.gather_arriving(vault_key bytea) RETURNS bigint
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
SET DateStyle = 'ISO, YMD'
AS $$
DECLARE
  gathered bigint;
BEGIN
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
    AND NOT EXISTS (SELECT FROM pg_temp.staging x WHERE x.excluded AND x.line = s.line);
  GET DIAGNOSTICS gathered = ROW_COUNT;
  ANALYZE pg_temp.staging;
  ANALYZE pg_temp.arriving;
  RETURN gathered;
END
$$;

-- Of two records with one key the one received later counts, whichever was loaded first.
CREATE FUNCTION source.settle_keys(new_id bigint, new_received_on date, OUT replaced bigint, OUT outlived bigint)
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  UPDATE pg_temp.arriving a SET outlived_by = r.submission_id
  FROM vault.record r
  WHERE r.record_ref = a.record_ref AND (r.received_on, r.submission_id) > (new_received_on, new_id);
  GET DIAGNOSTICS outlived = ROW_COUNT;

  CREATE TEMPORARY TABLE yielding ON COMMIT DROP AS
  SELECT r.record_ref, r.test_date, r.triple
  FROM vault.record r JOIN pg_temp.arriving a USING (record_ref)
  WHERE a.outlived_by IS NULL;
  GET DIAGNOSTICS replaced = ROW_COUNT;
  ANALYZE pg_temp.yielding;

  IF replaced > 0 THEN
    WITH gone AS (
      DELETE FROM vault.record r USING pg_temp.yielding y WHERE r.record_ref = y.record_ref RETURNING r.*)
    INSERT INTO vault.record_replaced SELECT gone.*, new_id FROM gone;
    WITH gone AS (
      DELETE FROM source.did_event e USING pg_temp.yielding y
      WHERE e.record_ref = y.record_ref AND e.test_date = y.test_date RETURNING e.*)
    INSERT INTO source.did_event_replaced SELECT gone.*, new_id FROM gone;
  END IF;
END
$$;

-- How many verified people have each birth date, gender and postcode that this submission touches.
CREATE FUNCTION source.count_holders() RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  CREATE TEMPORARY TABLE holder ON COMMIT DROP AS
  WITH touched AS (
    SELECT triple FROM pg_temp.arriving WHERE triple IS NOT NULL
    UNION
    SELECT triple FROM pg_temp.yielding WHERE triple IS NOT NULL
  ), pair AS (
    SELECT triple, nhs_number FROM pg_temp.arriving
    WHERE verified AND triple IS NOT NULL AND outlived_by IS NULL
    UNION
    SELECT r.triple, r.nhs_number FROM touched t JOIN vault.record r ON r.triple = t.triple
    WHERE r.verified
  )
  SELECT t.triple, count(p.nhs_number) AS people, min(p.nhs_number) AS nhs_number
  FROM touched t LEFT JOIN pair p USING (triple)
  GROUP BY t.triple;
  ANALYZE pg_temp.holder;
END
$$;

-- Who a record is about. A verified NHS number is a person; birth date, gender and postcode join one
-- where exactly one verified person has them and are a person of their own where none has; otherwise
-- the record stands for itself.
CREATE FUNCTION source.identity_of(
  verified boolean, nhs_number text, triple text, people bigint, holder text, record_ref bytea) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN CASE
  WHEN verified THEN 'nhs' || chr(31) || nhs_number
  WHEN triple IS NULL OR people > 1 THEN 'row' || chr(31) || encode(record_ref, 'hex')
  WHEN people = 1 THEN 'nhs' || chr(31) || holder
  ELSE 'triple' || chr(31) || triple
END;

CREATE FUNCTION source.group_people(vault_key bytea) RETURNS bigint
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
  ANALYZE pg_temp.grouped;
  SELECT count(*) INTO ambiguous FROM pg_temp.grouped g WHERE g.ambiguous AND g.outlived_by IS NULL;
  RETURN ambiguous;
END
$$;

-- Records of earlier submissions whose person is another one now that these rows are known.
CREATE FUNCTION source.regroup_earlier(new_id bigint, vault_key bytea) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  moved bigint;
BEGIN
  CREATE TEMPORARY TABLE regrouped ON COMMIT DROP AS
  SELECT n.record_ref, n.test_date, n.old_ref, n.new_ref
  FROM (
    SELECT r.record_ref, r.test_date, r.person_ref AS old_ref,
           substring(extension.hmac(
             convert_to(source.identity_of(false, NULL, r.triple, h.people, h.nhs_number, r.record_ref), 'UTF8'),
             vault_key, 'sha256') FROM 1 FOR 16) AS new_ref
    FROM pg_temp.holder h JOIN vault.record r ON r.triple = h.triple
    WHERE NOT r.verified) n
  WHERE n.new_ref <> n.old_ref;
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved > 0 THEN
    UPDATE vault.record r SET person_ref = n.new_ref
    FROM pg_temp.regrouped n WHERE n.record_ref = r.record_ref;
    UPDATE source.did_event e SET person_ref = n.new_ref
    FROM pg_temp.regrouped n WHERE n.record_ref = e.record_ref AND n.test_date = e.test_date;
    INSERT INTO source.person_change (record_ref, old_ref, new_ref, submission_id)
    SELECT record_ref, old_ref, new_ref, new_id FROM pg_temp.regrouped;
  END IF;
END
$$;

-- The identifiers go to the vault and the rows to the table that releases read; what a submission
-- received later had replaced before this one was loaded goes to the tables beside them.
CREATE FUNCTION source.store_identifiers(new_id bigint, new_received_on date) RETURNS void
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
  INSERT INTO vault.record_replaced (
    submission_id, received_on, test_date, birth_date, verified, record_ref, person_ref, nhs_number,
    nhs_number_status, gender, postcode, site_code, accession_number, referrer_code, triple, replaced_by)
  SELECT new_id, new_received_on, s.test_date, s.birth_date, g.verified, g.record_ref, g.person_ref,
         s.nhs_number, s.nhs_number_status, s.gender, s.postcode, s.site_code, s.accession_number,
         s.referrer_code, g.triple, g.outlived_by
  FROM pg_temp.grouped g JOIN pg_temp.staging s USING (line)
  WHERE NOT s.excluded AND g.outlived_by IS NOT NULL;
END
$$;

CREATE FUNCTION source.store_events(new_id bigint, new_submitter text) RETURNS void
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
END
$$;

-- The same file, submitter, month and receipt give the same number on every server. 52 bits stay exact
-- in a JSON number.
CREATE FUNCTION source.submission_id(submitter text, reporting_month date, received_on date, file_sha256 bytea)
RETURNS bigint
LANGUAGE sql IMMUTABLE
RETURN ('x' || left(encode(sha256(convert_to(
  submitter || chr(31) || (reporting_month - date '1970-01-01') || chr(31) || (received_on - date '1970-01-01')
  || chr(31) || encode(file_sha256, 'hex'), 'UTF8')), 'hex'), 13))::bit(52)::bigint;

-- Stores what was staged, all or nothing. Loading the same submission again changes nothing and says so.
CREATE FUNCTION source.accept_submission(
  new_submitter text, new_received_on date, new_reporting_month date, new_file_sha256 bytea,
  new_reference_version text, new_row_count bigint, new_rejected bigint, new_warnings bigint, new_findings jsonb,
  OUT id bigint, OUT already_loaded boolean, OUT accepted bigint, OUT replaced_rows bigint,
  OUT superseded_rows bigint, OUT ambiguous_rows bigint)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET TimeZone = 'UTC'
SET DateStyle = 'ISO, YMD'
SET bytea_output = 'hex'
SET extra_float_digits = 1
AS $$
DECLARE
  vault_key bytea;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'A submission is stored in a read committed transaction.' USING ERRCODE = '25001';
  END IF;
  -- Who is who depends on every row, so one submission is stored at a time.
  LOCK TABLE source.submission IN SHARE ROW EXCLUSIVE MODE;
  id := source.submission_id(new_submitter, new_reporting_month, new_received_on, new_file_sha256);
  SELECT true, s.accepted, s.replaced_rows, s.superseded_rows, s.ambiguous_rows
  INTO already_loaded, accepted, replaced_rows, superseded_rows, ambiguous_rows
  FROM source.submission s WHERE s.id = accept_submission.id;
  IF already_loaded THEN
    RETURN;
  END IF;
  already_loaded := false;
  SELECT key INTO STRICT vault_key FROM vault.secret;

  accepted := source.gather_arriving(vault_key);
  PERFORM source.add_months(min(date_trunc('month', test_date))::date, max(date_trunc('month', test_date))::date)
  FROM pg_temp.staging;
  SELECT replaced, outlived INTO replaced_rows, superseded_rows FROM source.settle_keys(id, new_received_on);
  PERFORM source.count_holders();
  ambiguous_rows := source.group_people(vault_key);
  PERFORM source.regroup_earlier(id, vault_key);
  PERFORM source.store_identifiers(id, new_received_on);
  PERFORM source.store_events(id, new_submitter);
  INSERT INTO source.submission (
    id, submitter, received_on, reporting_month, file_sha256, reference_version, row_count, accepted, rejected,
    warnings, replaced_rows, superseded_rows, ambiguous_rows, findings)
  VALUES (
    id, new_submitter, new_received_on, new_reporting_month, new_file_sha256, new_reference_version,
    new_row_count, accepted, new_rejected, new_warnings, replaced_rows, superseded_rows, ambiguous_rows,
    new_findings);
END
$$;

-- The words of one version of the reference. A version that is known must be the very same one.
CREATE FUNCTION source.register_reference(
  new_version text, new_sha256 bytea, kinds text[], codes text[], labels text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  known_sha256 bytea;
BEGIN
  LOCK TABLE source.reference_version IN SHARE ROW EXCLUSIVE MODE;
  SELECT sha256 INTO known_sha256 FROM source.reference_version WHERE version = new_version;
  IF known_sha256 = new_sha256 THEN
    RETURN;
  ELSIF known_sha256 IS NOT NULL THEN
    RAISE EXCEPTION 'Reference version % is known with other contents. Give the new contents a new version.',
      new_version USING ERRCODE = 'DS001';
  END IF;
  INSERT INTO source.reference_version (version, sha256) VALUES (new_version, new_sha256);
  INSERT INTO source.code_label AS l (kind, code, label)
  SELECT * FROM unnest(kinds, codes, labels)
  ON CONFLICT (kind, code) DO UPDATE SET label = excluded.label WHERE l.label <> excluded.label;
END
$$;

GRANT EXECUTE ON FUNCTION
  source.open_staging(),
  source.accept_submission(text, date, date, bytea, text, bigint, bigint, bigint, jsonb),
  source.register_reference(text, bytea, text[], text[], text[])
TO did_loader;

RESET ROLE;
