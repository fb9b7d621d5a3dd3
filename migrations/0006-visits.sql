create table visits (
  id integer generated always as identity primary key,
  inspection_id integer not null references inspections,
  kind text not null,
  expected_from date not null,
  expected_to date not null,
  held_from date,
  held_to date,
  lead_inspector text not null default '',
  covers text not null default '',
  letter_published boolean,
  planned_by_id integer not null references people,
  planned_at timestamptz not null,
  constraint visits_kind_is_one_we_know check (kind in ('monitoring-visit', 'focused-visit', 're-inspection')),
  constraint visits_window_runs_forwards check (expected_from <= expected_to),
  constraint visits_end_after_they_start check (held_from <= held_to),
  constraint visits_are_held_from_a_day_to_a_day check ((held_from is null) = (held_to is null))
);
create index visits_inspection on visits (inspection_id, expected_from);
select keep_history_of('visits');
