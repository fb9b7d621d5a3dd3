-- What makes a register of ten thousand actions cost about what one of a hundred costs (npm run bench).
create index action_standings_inspections on action_standings using gin (inspection_ids);
create index action_standings_recommendations on action_standings using gin (recommendation_ids);
create index action_standings_areas on action_standings using gin (areas);
create index action_standings_outcomes on action_standings using gin (national_framework);
create index action_standings_theme on action_standings (theme_id);
create index action_standings_team on action_standings (team_id);
create index action_standings_owned on action_standings (owner_id);
create index action_standings_late on action_standings (due_on) where not is_delivered;

-- The words themselves lie apart from their rows: a search reads the index and the rows, and never them.
alter table action_words set (toast_tuple_target = 128);

-- A filter and order of the register under a name: a person's own, or shared with everybody.
create table saved_views (
  id integer generated always as identity primary key,
  name text not null,
  person_id integer not null references people,
  is_shared boolean not null,
  -- the part of the address after the question mark
  query text not null,
  saved_at timestamptz not null,
  constraint saved_views_have_a_name check (btrim(name) <> ''),
  constraint saved_views_name_is_used_once_by_a_person unique (person_id, name)
);
select keep_history_of('saved_views');

-- A manager asks the owner of an action how it stands, by a date. The next update of it answers.
create table update_requests (
  id integer generated always as identity primary key,
  action_id integer not null references actions,
  asked_of_id integer not null references people,
  asked_by_id integer not null references people,
  asked_at timestamptz not null,
  due_on date not null,
  constraint update_requests_are_due_after_they_are_asked
    check (due_on >= timezone('Europe/London', asked_at)::date)
);
create index update_requests_action on update_requests (action_id, asked_at);
create index update_requests_asked_of on update_requests (asked_of_id, due_on);
select keep_history_of('update_requests');

-- An action that cannot be finished before another one is.
create table action_dependencies (
  action_id integer not null references actions,
  needs_id integer not null references actions,
  added_by_id integer not null references people,
  added_at timestamptz not null,
  primary key (action_id, needs_id),
  constraint action_dependencies_not_on_itself check (action_id <> needs_id)
);
create index action_dependencies_needs on action_dependencies (needs_id);
select keep_history_of('action_dependencies');

create function refuse_dependency_in_a_circle() returns trigger language plpgsql as $$
begin
  -- Two who each close half of a circle at once would not see one another.
  perform pg_advisory_xact_lock(hashtext('action_dependencies'));
  if exists (
    with recursive needed (id) as (
      select new.needs_id
      union
      select d.needs_id from public.action_dependencies d join needed n on n.id = d.action_id
    )
    select from needed where id = new.action_id
  ) then
    raise exception using
      errcode = '23514',
      constraint = 'action_dependencies_have_no_circle',
      message = 'an action would wait for itself';
  end if;
  return null;
end
$$;
create trigger action_dependencies_have_no_circle after insert or update on action_dependencies
  for each row execute function refuse_dependency_in_a_circle();
