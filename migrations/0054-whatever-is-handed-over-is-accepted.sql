-- Whatever one person has is offered to another, and stays where it is until they accept it (decision
-- 0035): not the actions they own only. Each kind has its column, and an offer is of one thing.
alter table offers
  alter column action_id drop not null,
  add column part_in_id integer references actions,
  add column request_id integer references evidence_requests,
  add column review_of_id integer references evidence_requests,
  add column measure_id integer references measures,
  add column checklist_item_id integer references checklist_items,
  add column board_decision_id integer references board_decisions,
  add constraint offers_are_of_one_thing check (
    num_nonnulls(action_id, part_in_id, request_id, review_of_id, measure_id, checklist_item_id, board_decision_id) = 1),
  drop constraint offers_name_an_action_once,
  add constraint offers_name_a_thing_once unique nulls not distinct (
    hand_over_id, action_id, part_in_id, request_id, review_of_id, measure_id, checklist_item_id, board_decision_id);
alter table history.offers alter column action_id drop not null;
select keep_history_of_new_columns('offers');

-- Two people may each have a part in one action; everything else is with one person.
drop index offers_one_open_for_an_action;
create unique index offers_one_open_for_a_thing on offers (
  action_id, part_in_id, request_id, review_of_id, measure_id, checklist_item_id, board_decision_id,
  (case when part_in_id is not null then from_id end)) nulls not distinct where answer is null;
create index offers_part_in on offers (part_in_id, id) where part_in_id is not null;
create index offers_request on offers (request_id, id) where request_id is not null;
create index offers_review_of on offers (review_of_id, id) where review_of_id is not null;
create index offers_measure on offers (measure_id, id) where measure_id is not null;
create index offers_checklist_item on offers (checklist_item_id, id) where checklist_item_id is not null;
create index offers_board_decision on offers (board_decision_id, id) where board_decision_id is not null;
create index on history.offers (part_in_id);
create index on history.offers (request_id);
create index on history.offers (review_of_id);
create index on history.offers (measure_id);
create index on history.offers (checklist_item_id);
create index on history.offers (board_decision_id);

create or replace function hold_offer_to_the_owner() returns trigger language plpgsql as $$
begin
  if new.action_id is not null then
    perform from public.actions where id = new.action_id and owner_id = new.from_id for share;
  elsif new.part_in_id is not null then
    perform from public.action_contributors
      where action_id = new.part_in_id and person_id = new.from_id for share;
  elsif new.request_id is not null then
    perform from public.evidence_requests
      where id = new.request_id and asked_of_id = new.from_id for share;
  elsif new.review_of_id is not null then
    perform from public.evidence_requests
      where id = new.review_of_id and coalesce(reviewer_id, asked_by_id) = new.from_id for share;
  elsif new.measure_id is not null then
    perform from public.measures where id = new.measure_id and owner_id = new.from_id for share;
  elsif new.checklist_item_id is not null then
    perform from public.checklist_items
      where id = new.checklist_item_id and owner_id = new.from_id for share;
  else
    perform from public.board_decisions
      where id = new.board_decision_id and owner_id = new.from_id for share;
  end if;
  if not found then
    raise exception using
      errcode = '23514',
      constraint = 'offers_are_of_what_somebody_has',
      message = 'only what somebody has is handed over from them';
  end if;
  return null;
end
$$;
drop trigger offers_are_of_what_somebody_owns on offers;
create trigger offers_are_of_what_somebody_has after insert on offers
  for each row execute function hold_offer_to_the_owner();

-- Whoever is given a thing directly overtakes those who are asked to take it over.
create function overtake_offers_of() returns trigger language plpgsql as $$
begin
  execute format(
    'update public.offers set answer = ''overtaken'', answered_at = public.moment() where %I = $1 and answer is null',
    tg_argv[0]) using new.id;
  return null;
end
$$;
create trigger offers_are_overtaken_by_another_owner after update of owner_id on measures for each row
  when (new.owner_id is distinct from old.owner_id)
  execute function overtake_offers_of('measure_id');
create trigger offers_are_overtaken_by_another_owner after update of owner_id on checklist_items for each row
  when (new.owner_id is distinct from old.owner_id)
  execute function overtake_offers_of('checklist_item_id');
create trigger offers_are_overtaken_by_another_owner after update of owner_id on board_decisions for each row
  when (new.owner_id is distinct from old.owner_id)
  execute function overtake_offers_of('board_decision_id');
create trigger offers_are_overtaken_by_another_who_is_asked after update of asked_of_id on evidence_requests for each row
  when (new.asked_of_id is distinct from old.asked_of_id)
  execute function overtake_offers_of('request_id');
create trigger offers_are_overtaken_by_another_reviewer after update of reviewer_id on evidence_requests for each row
  when (coalesce(new.reviewer_id, new.asked_by_id) is distinct from coalesce(old.reviewer_id, old.asked_by_id))
  execute function overtake_offers_of('review_of_id');

create function overtake_offer_of_part() returns trigger language plpgsql as $$
begin
  update public.offers set answer = 'overtaken', answered_at = public.moment()
   where part_in_id = old.action_id and from_id = old.person_id and answer is null;
  return null;
end
$$;
create trigger offers_end_with_the_part after delete on action_contributors for each row
  execute function overtake_offer_of_part();
