-- How many years evidence of each kind is kept once what it is for is finished (decision 0031). The newest
-- version counts; before the first Waymark's own hold. Nothing is deleted by itself.
create table retention_periods (
  id integer generated always as identity primary key,
  valid_from timestamptz not null,
  performance_data integer not null,
  case_audit integer not null,
  practice_observation integer not null,
  voice integer not null,
  policy integer not null,
  saved_by_id integer not null references people,
  why text not null,
  constraint retention_periods_say_why check (btrim(why) <> ''),
  constraint retention_periods_begin_one_at_a_time unique (valid_from),
  constraint retention_periods_are_counted check (
    least(performance_data, case_audit, practice_observation, voice, policy) >= 1
    and greatest(performance_data, case_audit, practice_observation, voice, policy) <= 100)
);
select keep_history_of('retention_periods');
create trigger retention_periods_are_never_changed before update or delete on retention_periods
  for each row execute function refuse_change('retention_periods_are_never_changed');
