-- A list drawn for a day ahead would keep every list until that day out.
SET LOCAL ROLE guard_source;
ALTER TABLE source.objection_list
  ADD CONSTRAINT objection_list_is_not_drawn_ahead CHECK (as_of <= (loaded_at AT TIME ZONE 'Europe/London')::date);
RESET ROLE;
