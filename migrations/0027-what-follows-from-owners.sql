-- A colour was stated by somebody who did not own the action. Where they come to own it, it ends in the
-- same transaction (app/db/new-owner.server.ts), and the row says why.
alter table brag_overrides
  add column end_reason text not null default '',
  add constraint brag_overrides_end_for_a_reason_when_they_end
    check (end_reason = '' or ended_at is not null);
select keep_history_of_new_columns('brag_overrides');

-- Looked at last, so that the owner may change first and the colour end after.
create function hold_stated_colour_apart() returns trigger language plpgsql as $$
begin
  if exists (
    select from public.brag_overrides o join public.actions a on a.id = o.action_id
    where o.action_id = new.id and o.stated_by_id = a.owner_id and o.ended_at is null
      and o.until_on >= timezone('Europe/London', public.moment())::date
  ) then
    raise exception using
      errcode = '23514',
      constraint = 'actions_are_not_owned_by_who_states_their_colour',
      message = 'whoever states the colour of an action does not own it';
  end if;
  return null;
end
$$;
create constraint trigger actions_are_not_owned_by_who_states_their_colour
  after update of owner_id on actions deferrable initially deferred for each row
  when (new.owner_id is not null and new.owner_id is distinct from old.owner_id)
  execute function hold_stated_colour_apart();

-- The table of colours asks whether an action answers an area for priority action: the kept colour
-- follows the kind of what it answers, and the register's search its words.
drop trigger action_standings_follow_the_report on recommendations;
create trigger action_standings_follow_the_report
  after update of area, national_framework, inspection_id, kind, text on recommendations
  for each row execute function stand_anew_by_recommendation();
