-- The row of each action in the register: what the rules of app/domain derive of it, and copies of what
-- the register is narrowed and sorted by (decision 0013). It is true of the days from holds_from to
-- holds_until; a trigger on every table that it follows from ends that, and whoever reads the register
-- has it derived anew first (app/db/action-standings.server.ts).
create table action_standings (
  action_id integer primary key references actions,
  -- a new row holds on no day at all
  holds_from date not null default 'infinity',
  holds_until date not null default '-infinity',
  delivery text not null default 'not-started',
  delivery_rank smallint not null default 0,
  stated_delivery text,
  differs boolean not null default false,
  silent boolean not null default false,
  assurance text not null default 'none',
  assurance_rank smallint not null default 0,
  impact text not null default 'too-early',
  impact_rank smallint not null default 0,
  brag text not null default 'not-started',
  brag_rank smallint not null default 0,
  last_update_on date,
  evidence_count integer not null default 0,
  times_moved integer not null default 0,
  days_slipped integer not null default 0,
  title text not null default '',
  owner_id integer,
  owner_name text,
  owner_left boolean not null default false,
  team_id integer,
  due_on date,
  original_due_on date,
  is_delivered boolean not null default false,
  recommendation_ids integer[] not null default '{}',
  inspection_ids integer[] not null default '{}',
  areas text[] not null default '{}',
  national_framework text[] not null default '{}'
);
create index action_standings_holds_until on action_standings (holds_until);
create index action_standings_holds_from on action_standings (holds_from);

insert into action_standings (action_id) select id from actions;

create function begin_standing() returns trigger language plpgsql as $$
begin
  insert into public.action_standings (action_id) values (new.id);
  return null;
end
$$;
create trigger actions_begin_their_standing after insert on actions
  for each row execute function begin_standing();

-- What the standings of these actions followed from has changed.
create function stand_anew(ids integer[]) returns void language sql as $$
  update public.action_standings set holds_until = '-infinity'
   where action_id = any (ids) and holds_until > '-infinity'
$$;

-- For a row that names one action, in the column that the trigger names.
create function stand_anew_by_action() returns trigger language plpgsql as $$
begin
  perform public.stand_anew(array[
    (to_jsonb(old) ->> tg_argv[0])::integer, (to_jsonb(new) ->> tg_argv[0])::integer]);
  return null;
end
$$;
create trigger action_standings_follow_the_action after update on actions
  for each row execute function stand_anew_by_action('id');
create trigger action_standings_follow_recommendations
  after insert or update or delete on action_recommendations
  for each row execute function stand_anew_by_action('action_id');
create trigger action_standings_follow_milestones after insert or update or delete on milestones
  for each row execute function stand_anew_by_action('action_id');
create trigger action_standings_follow_dates after insert or update or delete on due_date_changes
  for each row execute function stand_anew_by_action('action_id');
create trigger action_standings_follow_updates after insert on updates
  for each row execute function stand_anew_by_action('action_id');
create trigger action_standings_follow_impact after insert on impact_sign_offs
  for each row execute function stand_anew_by_action('action_id');
create trigger action_standings_follow_evidence after insert or update or delete on evidence_actions
  for each row execute function stand_anew_by_action('action_id');

-- For a row that speaks of a piece of evidence: of every action that it is for.
create function stand_anew_by_evidence() returns trigger language plpgsql as $$
begin
  perform public.stand_anew(array(
    select ea.action_id from public.evidence_actions ea
     where ea.evidence_id in (
       (to_jsonb(old) ->> tg_argv[0])::integer, (to_jsonb(new) ->> tg_argv[0])::integer)
     order by ea.action_id));
  return null;
end
$$;
create trigger action_standings_follow_pieces after update on evidence
  for each row execute function stand_anew_by_evidence('id');
create trigger action_standings_follow_reviews after insert on evidence_reviews
  for each row execute function stand_anew_by_evidence('evidence_id');

create function stand_anew_by_owner() returns trigger language plpgsql as $$
begin
  perform public.stand_anew(array(
    select a.id from public.actions a where a.owner_id = new.id order by a.id));
  return null;
end
$$;
create trigger action_standings_follow_the_owner
  after update of name, team_id, suspended_at on people for each row
  when ((old.name, old.team_id, old.suspended_at) is distinct from (new.name, new.team_id, new.suspended_at))
  execute function stand_anew_by_owner();

create function stand_anew_by_recommendation() returns trigger language plpgsql as $$
begin
  perform public.stand_anew(array(
    select ar.action_id from public.action_recommendations ar
     where ar.recommendation_id = new.id order by ar.action_id));
  return null;
end
$$;
create trigger action_standings_follow_the_report
  after update of area, national_framework, inspection_id on recommendations
  for each row execute function stand_anew_by_recommendation();
