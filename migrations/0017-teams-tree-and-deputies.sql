-- Teams are a tree. Two who move teams at one moment could each make half of a circle: whoever comes
-- second waits for the first, and then looks.
create function hold_teams_to_a_tree() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('teams'));
  if exists (
    with recursive above as (
      select t.id, t.parent_id from public.teams t where t.id = new.parent_id
      union
      select t.id, t.parent_id from public.teams t join above a on t.id = a.parent_id
    )
    select from above where id = new.id
  ) then
    raise exception using
      errcode = '23514',
      constraint = 'teams_are_a_tree_without_circles',
      message = 'a team cannot stand below itself';
  end if;
  return null;
end
$$;
create trigger teams_are_a_tree_without_circles
  after insert or update of parent_id on teams for each row
  when (new.parent_id is not null)
  execute function hold_teams_to_a_tree();
create index teams_parent on teams (parent_id);

-- Who stands in for whom, from the first day away to the last. Who is back earlier, or never went,
-- says from which day on; the row stays.
create table absences (
  id integer generated always as identity primary key,
  person_id integer not null references people,
  deputy_id integer not null references people,
  away_from date not null,
  away_to date not null,
  note text not null default '',
  set_by_id integer not null references people,
  set_at timestamptz not null,
  back_on date,
  back_said_by_id integer references people,
  back_said_at timestamptz,
  constraint absences_run_forwards check (away_from <= away_to),
  constraint absences_have_somebody_else_as_deputy check (deputy_id <> person_id),
  constraint absences_end_within_their_days check (back_on between away_from and away_to),
  constraint absences_end_by_somebody_at_a_moment
    check ((back_on is null) = (back_said_by_id is null) and (back_on is null) = (back_said_at is null)),
  constraint absences_of_one_person_do_not_overlap exclude using gist (
    person_id with =, daterange(away_from, coalesce(back_on, away_to + 1), '[)') with &&)
);
create index absences_deputy on absences (deputy_id, away_to);
select keep_history_of('absences');
create index on history.absences (person_id);
