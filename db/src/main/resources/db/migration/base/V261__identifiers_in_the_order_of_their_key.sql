-- The vault's rows come in the order of its key, so that the index over it grows at one end of each page
-- and not all over: sorting them costs less than that.
SET LOCAL ROLE guard_source;

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
  WHERE NOT s.excluded AND g.outlived_by IS NULL
  ORDER BY g.record_ref;
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

RESET ROLE;
