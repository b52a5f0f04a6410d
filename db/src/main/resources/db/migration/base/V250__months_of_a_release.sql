-- The months of a period that hold any row at all, asked for month by month: each question prunes to
-- one partition and ends at the first row. As one query over all months it was planned as a join that
-- read every row of the table and spooled them to disk, which cost a release as much as its own COPY.
CREATE OR REPLACE FUNCTION guard.months_with_rows(first_day date, last_day date) RETURNS SETOF date
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET TimeZone = 'UTC'
SET DateStyle = 'ISO, YMD'
SET IntervalStyle = 'postgres'
SET bytea_output = 'hex'
SET extra_float_digits = 1
SET standard_conforming_strings = on
SET transform_null_equals = off
SET row_security = off
AS $$
DECLARE
  month date;
  begins date;
  ends date;
BEGIN
  FOR month IN
    SELECT m::date FROM generate_series(date_trunc('month', first_day::timestamp), last_day::timestamp, interval '1 month') AS m
    ORDER BY 1
  LOOP
    begins := greatest(month, first_day);
    ends := least((month + interval '1 month - 1 day')::date, last_day);
    IF EXISTS (SELECT 1 FROM source.did_event e WHERE e.test_date >= begins AND e.test_date <= ends) THEN
      RETURN NEXT month;
    END IF;
  END LOOP;
END
$$;
