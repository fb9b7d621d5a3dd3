-- Evidence that must not be deleted, while somebody says why (an inspection, a complaint, a court).
create table evidence_holds (
  id integer generated always as identity primary key,
  evidence_id integer not null references evidence,
  placed_by_id integer not null references people,
  placed_at timestamptz not null,
  reason text not null,
  lifted_by_id integer references people,
  lifted_at timestamptz,
  constraint evidence_holds_say_why check (btrim(reason) <> ''),
  constraint evidence_holds_are_lifted_by_somebody check ((lifted_at is null) = (lifted_by_id is null))
);
create unique index evidence_holds_one_at_a_time on evidence_holds (evidence_id) where lifted_at is null;
select keep_history_of('evidence_holds');

-- Deleting evidence takes two people: one proposes it with a reason, another confirms it or declines.
create table evidence_deletions (
  id integer generated always as identity primary key,
  evidence_id integer not null references evidence,
  proposed_by_id integer not null references people,
  proposed_at timestamptz not null,
  reason text not null,
  decision text,
  decided_by_id integer references people,
  decided_at timestamptz,
  constraint evidence_deletions_say_why check (btrim(reason) <> ''),
  constraint evidence_deletions_decision_is_one_we_know check (decision in ('confirmed', 'declined')),
  constraint evidence_deletions_are_decided_by_somebody
    check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by_id is null)),
  constraint evidence_deletions_take_two_people
    check (decision is distinct from 'confirmed' or decided_by_id <> proposed_by_id)
);
create unique index evidence_deletions_one_open on evidence_deletions (evidence_id) where decision is null;
create unique index evidence_deletions_once on evidence_deletions (evidence_id) where decision = 'confirmed';
select keep_history_of('evidence_deletions');
create trigger evidence_deletions_once_decided_stay before update on evidence_deletions for each row
  when (old.decision is not null) execute function refuse_change('evidence_deletions_once_decided_stay');
create trigger evidence_deletions_are_never_removed before delete on evidence_deletions
  for each row execute function refuse_change('evidence_deletions_are_never_removed');

create function hold_deletion_back() returns trigger language plpgsql as $$
begin
  if exists (
    select from public.evidence_holds h where h.evidence_id = new.evidence_id and h.lifted_at is null
  ) then
    raise exception using
      errcode = '23514',
      constraint = 'evidence_deletions_not_while_it_is_held',
      message = 'evidence on hold is not deleted';
  end if;
  return null;
end
$$;
create trigger evidence_deletions_not_while_it_is_held after insert or update on evidence_deletions
  for each row when (new.decision is distinct from 'declined') execute function hold_deletion_back();

-- What was judged stays, save for what a confirmed deletion takes.
create or replace function keep_what_was_accepted() returns trigger language plpgsql as $$
begin
  if exists (
    select from public.evidence_reviews v where v.evidence_id = new.id and v.verdict in ('accepted', 'rejected')
  ) and not exists (
    select from public.evidence_deletions d where d.evidence_id = new.id and d.decision = 'confirmed'
  ) then
    raise exception using
      errcode = '23514',
      constraint = 'evidence_stays_as_it_was_judged',
      message = 'evidence that was judged for good is not edited: a new version follows it';
  end if;
  return null;
end
$$;

-- The audit trail is never changed, save that it forgets the words of evidence that was deleted: an event
-- of it may lose parts of what it holds, and never gains or alters any.
create function keep_events() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.subject_kind = 'evidence'
     and (to_jsonb(new) - 'before' - 'after') = (to_jsonb(old) - 'before' - 'after')
     and coalesce(old.before, '{}') @> coalesce(new.before, '{}')
     and coalesce(old.after, '{}') @> coalesce(new.after, '{}')
     and exists (
       select from public.evidence_deletions d
        where d.evidence_id = old.subject_id and d.decision = 'confirmed')
  then
    return new;
  end if;
  raise exception using
    errcode = '23514',
    constraint = 'events_are_never_changed',
    message = 'rows of events are never changed or removed';
end
$$;
drop trigger events_are_never_changed on events;
create trigger events_are_never_changed before update or delete on events
  for each row execute function keep_events();

-- Takes the words and the names of deleted evidence out of everything that remembers them, its history
-- too; its files lose their bytes and leave their tombstones before (migration 0040). Its kind, its
-- period, its reviews and what it was for stay, so that a past day is judged as it was.
create function forget_evidence(forgotten integer) returns void language plpgsql as $$
begin
  if not exists (
    select from public.evidence_deletions d where d.evidence_id = forgotten and d.decision = 'confirmed'
  ) then
    raise exception using
      errcode = '23514',
      constraint = 'evidence_deletions_take_two_people',
      message = 'evidence is forgotten only once two people agreed';
  end if;
  update public.evidence_files set name = 'Deleted file' where evidence_id = forgotten;
  update history.evidence_files set name = 'Deleted file' where evidence_id = forgotten;
  delete from public.evidence_actions where evidence_id = forgotten;
  delete from public.evidence_recommendations where evidence_id = forgotten;
  update public.evidence set title = 'Deleted evidence', shows = '', link_url = null where id = forgotten;
  update history.evidence set title = 'Deleted evidence', shows = '', link_url = null where id = forgotten;
  update public.events
     set before = before - array['title', 'shows', 'linkUrl', 'fileName', 'files', 'notAnIdentifier'],
         after = after - array['title', 'shows', 'linkUrl', 'fileName', 'files', 'notAnIdentifier']
   where subject_kind = 'evidence' and subject_id = forgotten;
end
$$;
