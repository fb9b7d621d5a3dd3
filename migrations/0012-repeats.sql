-- What was told again (decision 0012). A pair of recommendations is decided by a person: the later one
-- says the earlier one again, or is something else. A decision is taken back by a row of its own, and
-- the pair is open again: its next decision is of the next round.
create table repeat_decisions (
  id integer generated always as identity primary key,
  earlier_id integer not null references recommendations,
  later_id integer not null references recommendations,
  verdict text not null,
  -- why Waymark proposed it, as it was shown; empty where a person found it by herself
  proposed_because text not null default '',
  decided_by_id integer not null references people,
  decided_at timestamptz not null,
  -- copied and counted by the database, so that the checks can see them
  round integer not null default 1,
  earlier_council text,
  later_council text,
  earlier_from date,
  later_from date,
  constraint repeat_decisions_verdict_is_one_we_know check (verdict in ('same', 'different')),
  constraint repeat_decisions_are_of_two_recommendations check (earlier_id <> later_id),
  constraint repeat_decisions_are_of_one_council check (lower(earlier_council) = lower(later_council)),
  -- of one recommendation with itself, the check above speaks
  constraint repeat_decisions_look_back check (earlier_from < later_from or earlier_id = later_id),
  constraint repeat_decisions_of_a_pair_are_made_once unique (earlier_id, later_id, round)
);
create index repeat_decisions_later on repeat_decisions (later_id);
select keep_history_of('repeat_decisions');
create trigger repeat_decisions_are_never_changed before update or delete on repeat_decisions
  for each row execute function refuse_change('repeat_decisions_are_never_changed');

create table repeat_withdrawals (
  decision_id integer not null references repeat_decisions,
  withdrawn_by_id integer not null references people,
  withdrawn_at timestamptz not null,
  constraint repeat_withdrawals_are_made_once unique (decision_id)
);
select keep_history_of('repeat_withdrawals');
create trigger repeat_withdrawals_are_never_changed before update or delete on repeat_withdrawals
  for each row execute function refuse_change('repeat_withdrawals_are_never_changed');

create function copy_what_repeat_decisions_rest_on() returns trigger language plpgsql as $$
begin
  select i.council, i.inspected_from into new.earlier_council, new.earlier_from
    from public.recommendations r join public.inspections i on i.id = r.inspection_id
   where r.id = new.earlier_id;
  select i.council, i.inspected_from into new.later_council, new.later_from
    from public.recommendations r join public.inspections i on i.id = r.inspection_id
   where r.id = new.later_id;
  select count(*) + 1 into new.round
    from public.repeat_decisions d join public.repeat_withdrawals w on w.decision_id = d.id
   where d.earlier_id = new.earlier_id and d.later_id = new.later_id;
  return new;
end
$$;
create trigger copy_what_repeat_decisions_rest_on before insert on repeat_decisions
  for each row execute function copy_what_repeat_decisions_rest_on();
