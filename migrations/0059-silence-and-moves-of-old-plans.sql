-- Silent is now also an action that names no start date and of which nobody has said a word since it was
-- made (domain/action/delivery.ts, isSilent): what is kept was derived by another rule.
update action_standings set holds_from = 'infinity' where holds_from < 'infinity';
delete from past_days;

-- A move that was made in an old plan was asked by nobody here, on a day that nobody knows: asked_by_id and
-- asked_at are who brought it in and when.
alter table due_date_changes add column in_old_plan boolean not null default false;
alter table due_date_changes add constraint due_date_changes_of_an_old_plan_took_effect_there
  check (not in_old_plan or decision is not distinct from 'not-needed');
select keep_history_of_new_columns('due_date_changes');

-- What was brought in until now is told so, and so on past days: no version of these rows is added.
alter table due_date_changes disable trigger remember;
update due_date_changes c set in_old_plan = true
  from action_sources s join bring_ins b on b.id = s.bring_in_id
 where s.action_id = c.action_id and c.decision = 'not-needed' and c.asked_at = b.confirmed_at;
alter table due_date_changes enable trigger remember;
update history.due_date_changes h set in_old_plan = true
  from due_date_changes c where c.id = h.id and c.in_old_plan;
