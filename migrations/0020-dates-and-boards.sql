-- Meetings of the improvement board: with the visits, the checkpoints from which "since then" is counted.
create table board_meetings (
  id integer generated always as identity primary key,
  name text not null,
  held_on date not null,
  added_by_id integer not null references people,
  added_at timestamptz not null,
  constraint board_meetings_have_a_name check (btrim(name) <> ''),
  constraint board_meetings_are_held_once_a_day unique (held_on, name)
);
select keep_history_of('board_meetings');

-- The council's limits of new dates, version after version, as the tables of colours are kept. A limit
-- that is null is switched off; before the first version Waymark's own stand (domain/action/due-date-change.ts).
create table due_date_limits (
  id integer generated always as identity primary key,
  valid_from timestamptz not null,
  any_change_on_priority_action boolean not null,
  working_days_without_agreement integer,
  agreement_from_change integer,
  late_move_days_before integer not null,
  saved_by_id integer not null references people,
  why text not null,
  constraint due_date_limits_say_why check (btrim(why) <> ''),
  constraint due_date_limits_begin_one_at_a_time unique (valid_from),
  constraint due_date_limits_are_counted check (
    working_days_without_agreement between 0 and 250
    and agreement_from_change between 1 and 10
    and late_move_days_before between 0 and 60)
);
select keep_history_of('due_date_limits');
create trigger due_date_limits_are_never_changed before update or delete on due_date_limits
  for each row execute function refuse_change('due_date_limits_are_never_changed');

-- What moved since a day is read newest first.
create index due_date_changes_asked_at on due_date_changes (asked_at, id);

-- The kept colour of an action follows the one that somebody states.
create trigger action_standings_follow_stated_colours after insert or update on brag_overrides
  for each row execute function stand_anew_by_action('action_id');
