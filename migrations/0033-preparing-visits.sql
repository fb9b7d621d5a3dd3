-- A visit checks progress after an inspection, so none is expected or held before that one has ended.
create function hold_visits_after_their_inspection() returns trigger language plpgsql as $$
begin
  if exists (
    select from public.inspections i
     where i.id = new.inspection_id
       and (new.expected_from <= i.inspected_to or new.held_from <= i.inspected_to)
  ) then
    raise exception using
      errcode = '23514',
      constraint = 'visits_come_after_their_inspection',
      message = 'a visit comes after its inspection';
  end if;
  return new;
end
$$;
create trigger visits_come_after_their_inspection before insert or update on visits
  for each row execute function hold_visits_after_their_inspection();

-- Which version of the visit somebody edits: whoever saves second is shown what the first one saved.
alter table visits add column version integer not null default 1;
select keep_history_of_new_columns('visits');

-- What inspectors will test, as far as it is known.
create table visit_recommendations (
  visit_id integer not null references visits,
  recommendation_id integer not null references recommendations,
  primary key (visit_id, recommendation_id)
);
select keep_history_of('visit_recommendations');
create index on history.visit_recommendations (visit_id);

-- What is to be made ready for a visit. That something is done, and that it is not after all, are rows.
create table checklist_items (
  id integer generated always as identity primary key,
  visit_id integer not null references visits,
  what text not null,
  owner_id integer references people,
  due_on date,
  version integer not null default 1,
  added_by_id integer not null references people,
  added_at timestamptz not null,
  constraint checklist_items_say_what_is_to_be_ready check (btrim(what) <> '')
);
create index checklist_items_visit on checklist_items (visit_id, due_on);
create index checklist_items_owner on checklist_items (owner_id);
select keep_history_of('checklist_items');

create table checklist_completions (
  id integer generated always as identity primary key,
  item_id integer not null references checklist_items,
  round integer not null,
  done_by_id integer not null references people,
  done_at timestamptz not null,
  constraint checklist_completions_are_said_once unique (item_id, round)
);
select keep_history_of('checklist_completions');
create trigger checklist_completions_are_never_changed before update or delete on checklist_completions
  for each row execute function refuse_change('checklist_completions_are_never_changed');

create table checklist_reopenings (
  completion_id integer not null references checklist_completions,
  taken_back_by_id integer not null references people,
  taken_back_at timestamptz not null,
  constraint checklist_reopenings_are_made_once unique (completion_id)
);
select keep_history_of('checklist_reopenings');
create trigger checklist_reopenings_are_never_changed before update or delete on checklist_reopenings
  for each row execute function refuse_change('checklist_reopenings_are_never_changed');
