-- How many months evidence of each kind still says how things are, counted from the end of the period that
-- it covers. A day is judged by the version in force at its end; before the first Waymark's own hold.
create table shelf_lives (
  id integer generated always as identity primary key,
  valid_from timestamptz not null,
  performance_data integer not null,
  case_audit integer not null,
  practice_observation integer not null,
  voice integer not null,
  policy integer not null,
  saved_by_id integer not null references people,
  why text not null,
  constraint shelf_lives_say_why check (btrim(why) <> ''),
  constraint shelf_lives_begin_one_at_a_time unique (valid_from),
  constraint shelf_lives_are_counted check (
    least(performance_data, case_audit, practice_observation, voice, policy) >= 1
    and greatest(performance_data, case_audit, practice_observation, voice, policy) <= 36)
);
select keep_history_of('shelf_lives');
create trigger shelf_lives_are_never_changed before update or delete on shelf_lives
  for each row execute function refuse_change('shelf_lives_are_never_changed');
