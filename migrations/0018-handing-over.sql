-- One act: what somebody has is handed over to somebody else, with a note.
create table hand_overs (
  id integer generated always as identity primary key,
  from_id integer not null references people,
  to_id integer not null references people,
  note text not null,
  made_by_id integer not null references people,
  made_at timestamptz not null,
  constraint hand_overs_have_a_note check (btrim(note) <> ''),
  constraint hand_overs_go_to_somebody_else check (from_id <> to_id),
  constraint hand_overs_and_their_people_go_together unique (id, from_id, to_id)
);
select keep_history_of('hand_overs');
create trigger hand_overs_are_never_changed before update or delete on hand_overs
  for each row execute function refuse_change('hand_overs_are_never_changed');

-- The ownership of one action, offered in a hand-over. Until the person asked accepts, the action's
-- owner stays who it was (decision 0015). 'overtaken': somebody else was made the owner meanwhile.
create table offers (
  id integer generated always as identity primary key,
  hand_over_id integer not null,
  action_id integer not null references actions,
  from_id integer not null,
  to_id integer not null,
  answer text,
  reason text not null default '',
  answered_by_id integer references people,
  answered_at timestamptz,
  constraint offers_are_part_of_a_hand_over
    foreign key (hand_over_id, from_id, to_id) references hand_overs (id, from_id, to_id),
  constraint offers_name_an_action_once unique (hand_over_id, action_id),
  constraint offers_answer_is_one_we_know check (answer in ('accepted', 'declined', 'withdrawn', 'overtaken')),
  constraint offers_answer_has_its_moment check ((answer is null) = (answered_at is null)),
  constraint offers_are_answered_by_the_person_asked
    check (answer is null or answer not in ('accepted', 'declined') or answered_by_id is not distinct from to_id),
  constraint offers_are_declined_with_a_reason check (answer <> 'declined' or btrim(reason) <> '')
);
create unique index offers_one_open_for_an_action on offers (action_id) where answer is null;
create index offers_to on offers (to_id) where answer is null;
create index offers_from on offers (from_id);
create index offers_action on offers (action_id, id);
select keep_history_of('offers');
create index on history.offers (action_id);
create trigger offers_once_answered_stay before update on offers for each row
  when (old.answer is not null)
  execute function refuse_change('offers_once_answered_stay');
create trigger offers_are_never_removed before delete on offers
  for each row execute function refuse_change('offers_are_never_removed');

create function hold_offer_to_the_owner() returns trigger language plpgsql as $$
begin
  perform from public.actions a where a.id = new.action_id and a.owner_id = new.from_id for share;
  if not found then
    raise exception using
      errcode = '23514',
      constraint = 'offers_are_of_what_somebody_owns',
      message = 'only what somebody owns is handed over from them';
  end if;
  return null;
end
$$;
create trigger offers_are_of_what_somebody_owns after insert on offers
  for each row execute function hold_offer_to_the_owner();

create function overtake_offer() returns trigger language plpgsql as $$
begin
  update public.offers set answer = 'overtaken', answered_at = public.moment()
   where action_id = new.id and answer is null;
  return null;
end
$$;
create trigger offers_are_overtaken_by_another_owner after update of owner_id on actions for each row
  when (new.owner_id is distinct from old.owner_id)
  execute function overtake_offer();

-- Nobody assures their own work, nor comes to own what they assured, whoever writes to the table.
create function hold_owner_apart() returns trigger language plpgsql as $$
begin
  if exists (
    select from public.evidence_actions ea
    join public.evidence_reviews v on v.evidence_id = ea.evidence_id
    where ea.action_id = new.id and v.reviewer_id = new.owner_id and v.verdict = 'accepted'
  ) then
    raise exception using
      errcode = '23514',
      constraint = 'actions_are_not_owned_by_who_accepted_their_evidence',
      message = 'who accepted evidence of an action does not come to own it';
  end if;
  if exists (
    select from public.impact_sign_offs s where s.action_id = new.id and s.signed_by_id = new.owner_id
  ) then
    raise exception using
      errcode = '23514',
      constraint = 'actions_are_not_owned_by_who_signed_off_their_impact',
      message = 'who signed off the impact of an action does not come to own it';
  end if;
  return null;
end
$$;
create trigger actions_are_not_owned_by_who_assured_them after update of owner_id on actions for each row
  when (new.owner_id is not null and new.owner_id is distinct from old.owner_id)
  execute function hold_owner_apart();
