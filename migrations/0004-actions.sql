create table actions (
  id integer generated always as identity primary key,
  title text not null,
  outcome text not null default '',
  success_measure text not null default '',
  owner_id integer references people,
  start_on date,
  original_due_on date,
  due_on date,
  delivered_on date,
  version integer not null default 1,
  created_by_id integer not null references people,
  created_at timestamptz not null,
  constraint actions_have_a_title check (btrim(title) <> ''),
  constraint actions_keep_the_first_date_beside_the_present_one
    check ((original_due_on is null) = (due_on is null)),
  constraint actions_are_due_after_they_start check (due_on >= start_on)
);
create index actions_owner on actions (owner_id);
create index actions_due on actions (due_on, id);
select keep_history_of('actions');

create function keep_original_due_date() returns trigger language plpgsql as $$
begin
  raise exception using
    errcode = '23514',
    constraint = 'actions_original_due_date_is_never_rewritten',
    message = 'the original due date of an action is never rewritten';
end
$$;
create trigger actions_original_due_date_is_never_rewritten
  before update of original_due_on on actions for each row
  when (old.original_due_on is not null and new.original_due_on is distinct from old.original_due_on)
  execute function keep_original_due_date();

create table action_recommendations (
  action_id integer not null references actions,
  recommendation_id integer not null references recommendations,
  primary key (action_id, recommendation_id)
);
create index action_recommendations_recommendation on action_recommendations (recommendation_id);
select keep_history_of('action_recommendations');

create table action_contributors (
  action_id integer not null references actions,
  person_id integer not null references people,
  primary key (action_id, person_id)
);
create index action_contributors_person on action_contributors (person_id);
select keep_history_of('action_contributors');

create table milestones (
  id integer generated always as identity primary key,
  action_id integer not null references actions,
  title text not null,
  due_on date not null,
  done_on date,
  constraint milestones_have_a_title check (btrim(title) <> '')
);
create index milestones_action on milestones (action_id, due_on);
select keep_history_of('milestones');

create table due_date_changes (
  id integer generated always as identity primary key,
  action_id integer not null references actions,
  from_on date not null,
  to_on date not null,
  reason text not null,
  asked_by_id integer not null references people,
  asked_at timestamptz not null,
  -- why it waits for a leader; empty where it took effect at once
  agreement_needed text[] not null default '{}',
  -- a move made after the date had passed, or in the last week before a board or visit
  late_move text[] not null default '{}',
  decision text,
  decided_by_id integer references people,
  decided_at timestamptz,
  decision_reason text not null default '',
  constraint due_date_changes_have_a_reason check (btrim(reason) <> ''),
  constraint due_date_changes_move_the_date check (from_on <> to_on),
  constraint due_date_changes_decision_is_one_we_know
    check (decision in ('agreed', 'refused', 'not-needed')),
  constraint due_date_changes_decision_has_its_moment
    check ((decision is null) = (decided_at is null)),
  constraint due_date_changes_are_decided_by_somebody
    check ((decision in ('agreed', 'refused')) = (decided_by_id is not null)
           or (decision is null and decided_by_id is null)),
  constraint due_date_changes_need_agreement_where_a_rule_says_so
    check (decision <> 'not-needed' or agreement_needed = '{}'),
  constraint due_date_changes_not_agreed_by_the_person_who_asked check (decided_by_id <> asked_by_id),
  constraint due_date_changes_refused_with_a_reason
    check (decision <> 'refused' or btrim(decision_reason) <> '')
);
create index due_date_changes_action on due_date_changes (action_id, id);
create unique index due_date_changes_one_open_request_for_an_action
  on due_date_changes (action_id) where decision is null;
select keep_history_of('due_date_changes');

-- A present due date moves only by a change that took effect, whoever writes to the table.
create function hold_due_date() returns trigger language plpgsql as $$
begin
  if not exists (
    select from public.due_date_changes c
    where c.action_id = new.id and c.from_on = old.due_on and c.to_on = new.due_on
      and c.decision in ('agreed', 'not-needed')
  ) then
    raise exception using
      errcode = '23514',
      constraint = 'actions_due_date_moves_only_by_a_recorded_change',
      message = 'the due date of an action moves only by a recorded change';
  end if;
  return null;
end
$$;
create constraint trigger actions_due_date_moves_only_by_a_recorded_change
  after update of due_on on actions deferrable initially deferred for each row
  when (old.due_on is not null and new.due_on is distinct from old.due_on)
  execute function hold_due_date();

create table updates (
  id integer generated always as identity primary key,
  action_id integer not null references actions,
  author_id integer not null references people,
  said_at timestamptz not null,
  stated_delivery text not null,
  confidence text not null,
  words text not null,
  constraint updates_delivery_is_one_we_know
    check (stated_delivery in ('not-started', 'on-track', 'at-risk', 'off-track', 'delivered')),
  constraint updates_confidence_is_one_we_know check (confidence in ('low', 'medium', 'high')),
  constraint updates_have_words check (btrim(words) <> '')
);
create index updates_action on updates (action_id, said_at desc, id desc);
create index updates_author on updates (author_id, said_at);
select keep_history_of('updates');
create trigger updates_are_never_changed before update or delete on updates
  for each row execute function refuse_change('updates_are_never_changed');

-- owner_id is copied from the action by the database, so that the check can see both people.
create table impact_sign_offs (
  id integer generated always as identity primary key,
  action_id integer not null references actions,
  owner_id integer references people,
  verdict text not null,
  words text not null,
  signed_by_id integer not null references people,
  signed_at timestamptz not null,
  constraint impact_sign_offs_verdict_is_one_we_know
    check (verdict in ('too-early', 'made-a-difference', 'partly', 'made-no-difference', 'worse')),
  constraint impact_sign_offs_have_words check (btrim(words) <> ''),
  constraint impact_sign_offs_not_by_the_owner check (owner_id <> signed_by_id)
);
create index impact_sign_offs_action on impact_sign_offs (action_id, id);
select keep_history_of('impact_sign_offs');
create function copy_owner() returns trigger language plpgsql as $$
begin
  select a.owner_id into new.owner_id from public.actions a where a.id = new.action_id;
  return new;
end
$$;
create trigger impact_sign_offs_copy_the_owner before insert on impact_sign_offs
  for each row execute function copy_owner();
create trigger impact_sign_offs_are_never_changed before update or delete on impact_sign_offs
  for each row execute function refuse_change('impact_sign_offs_are_never_changed');
