-- Until a file has been checked, and while it is held, only its uploader sees it: nobody finds an action by
-- its name or by what is read in it. As in app/db/tables/past-words.server.ts, for past days.
create or replace function lay_down_words(ids integer[]) returns void language sql as $$
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
       and not exists (select from public.evidence_file_holds hold
                        where hold.file_id = f.id and hold.ended_at is null)
       and not exists (select from public.virus_checks c
                        where c.sha256 = f.blob_sha256 and c.outcome is distinct from 'clean')
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

create trigger action_words_follow_holds after insert or update of ended_at on evidence_file_holds
  for each row execute function stand_anew_by_file('file_id');
create trigger past_words_follow_holds after insert or update of ended_at on evidence_file_holds
  for each row execute function forget_past_words_of_file();

-- What the scanner said makes the files with these bytes found, or found no longer.
create function stand_anew_by_bytes() returns trigger language plpgsql as $$
declare
  since date := (select timezone('Europe/London', min(f.added_at))::date
                   from public.evidence_files f where f.blob_sha256 = new.sha256);
begin
  if since is null then return null; end if;
  perform public.stand_anew(array(
    select distinct ea.action_id from public.evidence_actions ea
      join public.evidence_files f on f.evidence_id = ea.evidence_id
     where f.blob_sha256 = new.sha256 order by ea.action_id));
  perform pg_advisory_xact_lock(hashtext('past_words'));
  delete from public.past_word_days where on_day >= since;
  return null;
end
$$;
create trigger words_follow_what_waits_for_the_scanner after insert on virus_checks
  for each row when (new.outcome is distinct from 'clean') execute function stand_anew_by_bytes();
create trigger words_follow_what_the_scanner_said after update on virus_checks
  for each row when (old.outcome is distinct from new.outcome) execute function stand_anew_by_bytes();

-- What is held or waits today was laid down with its name: it is laid down anew.
select stand_anew(array(
  select distinct ea.action_id from evidence_actions ea
    join evidence_files f on f.evidence_id = ea.evidence_id
   where exists (select from evidence_file_holds hold where hold.file_id = f.id and hold.ended_at is null)
      or exists (select from virus_checks c
                  where c.sha256 = f.blob_sha256 and c.outcome is distinct from 'clean')
   order by ea.action_id));
delete from past_word_days;
