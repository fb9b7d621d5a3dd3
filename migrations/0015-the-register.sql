-- What an action is about beside its judgement areas, in the council's own words, and the team whose work
-- it is; where none is named, that is its owner's team.
create table themes (
  id integer generated always as identity primary key,
  name text not null,
  constraint themes_have_a_name check (btrim(name) <> ''),
  constraint themes_name_is_used_once unique (name)
);
select keep_history_of('themes');

alter table actions
  add column team_id integer references teams,
  add column theme_id integer references themes;
select keep_history_of_new_columns('actions');
alter table action_standings add column theme_id integer;

-- One index for each way that the register is sorted (app/features/actions/register-sort.server.ts); the
-- action's id last, so that every place in the order is somebody's alone.
create index action_standings_by_due on action_standings (is_delivered, (coalesce(due_on, 'infinity')), action_id);
create index action_standings_by_title on action_standings (title collate "en-GB-x-icu", action_id);
create index action_standings_by_owner on action_standings ((coalesce(owner_name, '')) collate "en-GB-x-icu", action_id);
create index action_standings_by_original on action_standings ((coalesce(original_due_on, 'infinity')), action_id);
create index action_standings_by_slip on action_standings (days_slipped, action_id);
create index action_standings_by_moves on action_standings (times_moved, action_id);
create index action_standings_by_brag on action_standings (brag_rank, action_id);
create index action_standings_by_delivery on action_standings (delivery_rank, action_id);
create index action_standings_by_assurance on action_standings (assurance_rank, action_id);
create index action_standings_by_impact on action_standings (impact_rank, action_id);
create index action_standings_by_update on action_standings ((coalesce(last_update_on, '-infinity')), action_id);
create index action_standings_by_evidence on action_standings (evidence_count, action_id);

-- English words by their stems, with or without accents: Siân is found by sian.
create text search configuration plan_words (copy = english);
alter text search configuration plan_words
  alter mapping for hword, hword_part, word with unaccent, english_stem;

-- What could be read in a file of evidence, its first 100,000 characters. Not kept as history: it follows
-- from the file's bytes, which never change.
create table evidence_file_texts (
  file_id integer primary key references evidence_files,
  text text not null,
  words tsvector not null generated always as (to_tsvector('public.plan_words', text)) stored,
  read_at timestamptz not null,
  constraint evidence_file_texts_are_not_endless check (length(text) <= 100000)
);

-- What an action is found by: its own words, those of its recommendations, milestones and updates
-- ('plan'); these and its evidence that is not restricted ('shown'); these and all its evidence ('all'). A
-- reader's search asks one of the three. Very long ones are laid down in parts, because Postgres keeps at
-- most a megabyte of words in one place.
create table action_words (
  action_id integer not null references actions,
  reach text not null,
  part integer not null,
  words tsvector not null,
  primary key (action_id, reach, part),
  constraint action_words_reach_is_one_we_know check (reach in ('plan', 'shown', 'all'))
);
create index action_words_of_the_plan on action_words using gin (words) where reach = 'plan';
create index action_words_that_are_shown on action_words using gin (words) where reach = 'shown';
create index action_words_of_all on action_words using gin (words) where reach = 'all';

create aggregate join_words (tsvector) (sfunc = tsvector_concat, stype = tsvector, initcond = '');

create function lay_down_words(ids integer[]) returns void language sql as $$
  delete from public.action_words where action_id = any (ids);
  with pieces as (
    select a.id as action_id, 0 as shelf, 0 as place,
           to_tsvector('public.plan_words', concat_ws(' . ', a.title, a.outcome, a.success_measure)) as words
      from public.actions a where a.id = any (ids)
    union all
    select ar.action_id, 0, r.id, to_tsvector('public.plan_words', r.text)
      from public.action_recommendations ar join public.recommendations r on r.id = ar.recommendation_id
     where ar.action_id = any (ids)
    union all
    select m.action_id, 0, m.id, to_tsvector('public.plan_words', m.title)
      from public.milestones m where m.action_id = any (ids)
    union all
    select u.action_id, 0, u.id, to_tsvector('public.plan_words', u.words)
      from public.updates u where u.action_id = any (ids)
    union all
    select ea.action_id, case when e.restricted then 2 else 1 end, e.id,
           to_tsvector('public.plan_words', concat_ws(' . ', e.title, e.shows, f.name)) || coalesce(t.words, '')
      from public.evidence_actions ea
      join public.evidence e on e.id = ea.evidence_id
      left join public.evidence_files f on f.evidence_id = e.id
      left join public.evidence_file_texts t on t.file_id = f.id
     where ea.action_id = any (ids)
  ), parts as (
    select p.action_id, r.reach, p.words,
           sum(length(p.words)) over (
             partition by p.action_id, r.reach order by p.shelf, p.place
             rows between unbounded preceding and current row) / 20000 as part
      from pieces p
      join (values ('plan', 0), ('shown', 1), ('all', 2)) r (reach, shelf) on p.shelf <= r.shelf
  )
  insert into public.action_words (action_id, reach, part, words)
  select action_id, reach, part, join_words(words) from parts group by action_id, reach, part
$$;

create function stand_anew_by_file() returns trigger language plpgsql as $$
begin
  perform public.stand_anew(array(
    select ea.action_id from public.evidence_actions ea
      join public.evidence_files f on f.evidence_id = ea.evidence_id
     where f.id = (to_jsonb(new) ->> tg_argv[0])::integer order by ea.action_id));
  return null;
end
$$;
create trigger action_words_follow_files after insert on evidence_files
  for each row execute function stand_anew_by_file('id');
create trigger action_words_follow_texts after insert or update on evidence_file_texts
  for each row execute function stand_anew_by_file('file_id');
