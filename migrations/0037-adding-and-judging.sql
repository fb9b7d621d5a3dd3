-- Evidence is saved in a moment and made whole later: its kind, its period and what it shows may be
-- missing, and as long as they are it is not accepted. An edit counts the version up; a later version of
-- the evidence itself is another row, which names the one that it follows.
alter table evidence
  alter column kind drop not null,
  alter column period_from drop not null,
  alter column period_to drop not null,
  drop constraint evidence_says_what_it_shows,
  add column version integer not null default 1,
  add column supersedes_id integer references evidence,
  add constraint evidence_period_has_both_its_ends check ((period_from is null) = (period_to is null)),
  add constraint evidence_follows_what_was_there_before check (supersedes_id < id);
create index evidence_supersedes on evidence (supersedes_id) where supersedes_id is not null;
alter table history.evidence
  alter column kind drop not null,
  alter column period_from drop not null,
  alter column period_to drop not null;
select keep_history_of_new_columns('evidence');
-- The version that an edit began from is read from here.
create index on history.evidence (id, version);

-- Evidence that speaks of a recommendation as a whole, beside what is for its actions.
create table evidence_recommendations (
  evidence_id integer not null references evidence,
  recommendation_id integer not null references recommendations,
  primary key (evidence_id, recommendation_id)
);
create index evidence_recommendations_recommendation on evidence_recommendations (recommendation_id);
select keep_history_of('evidence_recommendations');
create index on history.evidence_recommendations (recommendation_id);

-- What a review found: how much the evidence shows, of how many; and which version of it was read.
-- evidence_reviews_returned_with_a_reason is said anew with what was added, so that its name stays.
alter table evidence_reviews
  add column evidence_version integer not null default 1,
  add column strength text,
  add column sample_size integer,
  drop constraint evidence_reviews_verdict_is_one_we_know,
  drop constraint evidence_reviews_returned_with_a_reason,
  add constraint evidence_reviews_verdict_is_one_we_know
    check (verdict in ('accepted', 'returned', 'rejected')),
  add constraint evidence_reviews_returned_with_a_reason
    check (verdict not in ('returned', 'rejected') or btrim(reason) <> ''),
  add constraint evidence_reviews_strength_is_one_we_know
    check (strength in ('activity', 'output', 'difference')),
  add constraint evidence_reviews_sample_is_counted check (sample_size between 1 and 100000);
select keep_history_of_new_columns('evidence_reviews');

create function accept_only_what_is_whole() returns trigger language plpgsql as $$
begin
  perform from public.evidence e
    where e.id = new.evidence_id and e.kind is not null and e.period_to is not null and btrim(e.shows) <> ''
    for share;
  if not found then
    raise exception using
      errcode = '23514',
      constraint = 'evidence_is_accepted_only_when_it_is_whole',
      message = 'evidence without a kind, a period or what it shows is not accepted';
  end if;
  return null;
end
$$;
create trigger evidence_is_accepted_only_when_it_is_whole after insert on evidence_reviews
  for each row when (new.verdict = 'accepted') execute function accept_only_what_is_whole();

-- What was accepted stays as it was judged; only who may see it can change, and what a deletion takes.
create function keep_what_was_accepted() returns trigger language plpgsql as $$
begin
  if exists (
    select from public.evidence_reviews v where v.evidence_id = new.id and v.verdict in ('accepted', 'rejected')
  ) then
    raise exception using
      errcode = '23514',
      constraint = 'evidence_stays_as_it_was_judged',
      message = 'evidence that was judged for good is not edited: a new version follows it';
  end if;
  return null;
end
$$;
create trigger evidence_stays_as_it_was_judged after update on evidence for each row
  when ((old.kind, old.period_from, old.period_to, old.shows, old.link_url, old.title)
        is distinct from (new.kind, new.period_from, new.period_to, new.shows, new.link_url, new.title))
  execute function keep_what_was_accepted();

-- Evidence is not brought to an action whose owner accepted it.
create function hold_link_apart() returns trigger language plpgsql as $$
begin
  if exists (
    select from public.evidence_reviews v
      join public.actions a on a.id = new.action_id and a.owner_id = v.reviewer_id
     where v.evidence_id = new.evidence_id and v.verdict = 'accepted'
  ) then
    raise exception using
      errcode = '23514',
      constraint = 'evidence_is_not_linked_to_what_its_reviewer_owns',
      message = 'who accepted evidence does not own an action that it is for';
  end if;
  return null;
end
$$;
create trigger evidence_is_not_linked_to_what_its_reviewer_owns after insert on evidence_actions
  for each row execute function hold_link_apart();

-- A standing follows also from the version that a piece of evidence follows: once the new one is
-- accepted, the old one no longer counts (decision 0026).
create or replace function stand_anew_by_evidence() returns trigger language plpgsql as $$
begin
  perform public.stand_anew(array(
    select ea.action_id from public.evidence_actions ea
     where ea.evidence_id in (
       select e.id from public.evidence e
        where e.id in ((to_jsonb(old) ->> tg_argv[0])::integer, (to_jsonb(new) ->> tg_argv[0])::integer)
       union all
       select e.supersedes_id from public.evidence e
        where e.id in ((to_jsonb(old) ->> tg_argv[0])::integer, (to_jsonb(new) ->> tg_argv[0])::integer))
     order by ea.action_id));
  return null;
end
$$;

-- A request that is no longer needed is taken back by whoever asked, or another manager.
create table evidence_request_withdrawals (
  request_id integer primary key references evidence_requests,
  withdrawn_by_id integer not null references people,
  withdrawn_at timestamptz not null,
  reason text not null,
  constraint evidence_request_withdrawals_say_why check (btrim(reason) <> '')
);
select keep_history_of('evidence_request_withdrawals');
create trigger evidence_request_withdrawals_are_never_changed
  before update or delete on evidence_request_withdrawals
  for each row execute function refuse_change('evidence_request_withdrawals_are_never_changed');
