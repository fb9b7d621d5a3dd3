-- Whoever changes what a standing follows from holds its lock until the change is kept, also where the
-- standing waits to be derived already: else somebody who derives it at that moment cannot have seen the
-- change, and whoever made it finds it derived.
create or replace function stand_anew(ids integer[]) returns void language sql as $$
  select from public.action_standings where action_id = any (ids) order by action_id for update;
  update public.action_standings set holds_until = '-infinity'
   where action_id = any (ids) and holds_until > '-infinity'
$$;
