-- How the council writes its case numbers, and the postcodes that are its own offices: looked for, and left, in
-- everything that is added. Kept in versions; before the first, Waymark's own, which says nothing of either.
create table identifier_settings (
  id integer generated always as identity primary key,
  valid_from timestamptz not null,
  case_numbers text[] not null,
  office_postcodes text[] not null,
  saved_by_id integer not null references people,
  why text not null,
  constraint identifier_settings_say_why check (btrim(why) <> ''),
  constraint identifier_settings_begin_one_at_a_time unique (valid_from),
  constraint identifier_settings_patterns_are_few check (
    cardinality(case_numbers) <= 5
    -- the signs of domain/evidence/case-number-patterns.ts, and no pattern without an end
    and array_to_string(case_numbers, '') ~ '^[#@A-Za-z0-9/._ ?-]{0,150}$'),
  constraint identifier_settings_offices_are_postcodes check (
    cardinality(office_postcodes) <= 50
    and array_to_string(office_postcodes, ',') ~ '^([A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}(,|$))*$')
);
select keep_history_of('identifier_settings');
create trigger identifier_settings_are_never_changed before update or delete on identifier_settings
  for each row execute function refuse_change('identifier_settings_are_never_changed');
