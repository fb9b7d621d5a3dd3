-- The council's own table of colours, version after version: the one that began last before a moment
-- is the one that a day is judged by. Where there is none, Waymark's own stands (domain/plan/brag.ts).
create table brag_tables (
  id integer generated always as identity primary key,
  valid_from timestamptz not null,
  saved_by_id integer not null references people,
  why text not null,
  constraint brag_tables_say_why check (btrim(why) <> ''),
  constraint brag_tables_begin_one_at_a_time unique (valid_from)
);
select keep_history_of('brag_tables');
create trigger brag_tables_are_never_changed before update or delete on brag_tables
  for each row execute function refuse_change('brag_tables_are_never_changed');

-- A condition that is null fits whatever it is.
create table brag_rows (
  brag_table_id integer not null references brag_tables,
  position integer not null,
  brag text not null,
  delivery text[],
  assurance text[],
  impact text[],
  priority_action boolean,
  days_late_over integer,
  stated_differs boolean,
  evidence_stale boolean,
  primary key (brag_table_id, position),
  constraint brag_rows_colour_is_one_we_know check (
    brag in ('embedded', 'delivered', 'awaiting-assurance', 'on-track', 'not-started', 'at-risk', 'off-track')),
  constraint brag_rows_name_at_least_one
    check (delivery <> '{}' and assurance <> '{}' and impact <> '{}'
           and priority_action and stated_differs and evidence_stale),
  constraint brag_rows_ratings_are_ones_we_know check (
    delivery <@ array['not-started', 'on-track', 'at-risk', 'off-track', 'delivered']
    and assurance <@ array['none', 'awaiting-review', 'partly', 'accepted']
    and impact <@ array['too-early', 'not-shown', 'made-a-difference', 'partly', 'made-no-difference', 'worse']),
  constraint brag_rows_days_are_counted_from_none check (days_late_over >= 0)
);
select keep_history_of('brag_rows');
create trigger brag_rows_are_never_changed before update or delete on brag_rows
  for each row execute function refuse_change('brag_rows_are_never_changed');

create function last_brag_row_catches_all() returns trigger language plpgsql as $$
begin
  if not exists (
    select from (
      select * from public.brag_rows r where r.brag_table_id = new.id order by r.position desc limit 1
    ) last
    where num_nonnulls(last.delivery, last.assurance, last.impact, last.priority_action,
                       last.days_late_over, last.stated_differs, last.evidence_stale) = 0
  ) then
    raise exception using
      errcode = '23514',
      constraint = 'brag_tables_end_with_a_row_that_catches_all',
      message = 'the last row of a table of colours has no condition';
  end if;
  return null;
end
$$;
create constraint trigger brag_tables_end_with_a_row_that_catches_all
  after insert on brag_tables deferrable initially deferred for each row
  execute function last_brag_row_catches_all();

-- Another colour than the derived one, stated for one action until a day.
-- owner_id is copied from the action by the database, so that the check can see both people.
create table brag_overrides (
  id integer generated always as identity primary key,
  action_id integer not null references actions,
  owner_id integer references people,
  brag text not null,
  reason text not null,
  stated_by_id integer not null references people,
  stated_at timestamptz not null,
  until_on date not null,
  ended_by_id integer references people,
  ended_at timestamptz,
  constraint brag_overrides_colour_is_one_we_know check (
    brag in ('embedded', 'delivered', 'awaiting-assurance', 'on-track', 'not-started', 'at-risk', 'off-track')),
  constraint brag_overrides_have_a_reason check (btrim(reason) <> ''),
  constraint brag_overrides_end check (
    until_on > timezone('Europe/London', stated_at)::date
    and until_on <= (timezone('Europe/London', stated_at) + interval '3 months')::date),
  constraint brag_overrides_ended_by_somebody check ((ended_at is null) = (ended_by_id is null)),
  constraint brag_overrides_ended_after_they_began check (ended_at >= stated_at),
  constraint brag_overrides_not_by_the_owner check (owner_id <> stated_by_id),
  constraint brag_overrides_one_at_a_time exclude using gist (
    action_id with =,
    tstzrange(stated_at, coalesce(ended_at, timezone('Europe/London', (until_on + 1)::timestamp))) with &&)
);
create index brag_overrides_action on brag_overrides (action_id, id);
select keep_history_of('brag_overrides');
create index on history.brag_overrides (action_id);
create trigger brag_overrides_copy_the_owner before insert on brag_overrides
  for each row execute function copy_owner();
