-- By what a file was searched: Waymark's own rules, which are counted, and what the council had looked for.
-- What was searched by other rules than those of today is searched anew, a piece at a time (decision 0032).
alter table evidence_file_searches
  add column rules integer not null default 0,
  add column settings_id integer references identifier_settings,
  add constraint evidence_file_searches_rules_are_counted check (rules >= 0);

-- Writes a name without what looks like an identifier over the one that a file came with, in its history too:
-- on a past day's page the number would stand as plainly as today.
create function mend_file_name(mended integer, without text) returns void language plpgsql as $$
begin
  update public.evidence_files set name = without, taken_out = array_append(array_remove(taken_out, 'name'), 'name')
   where id = mended;
  update history.evidence_files set name = without where id = mended;
end
$$;
