-- What a page of a past day costs (decision 0034): history is read by the keys that today's rows are
-- read by, and joined by them.

-- A part of a union that has a condition of its own is read whole for every join; without one Postgres
-- reads it by its keys, as it reads the table itself. So both parts are put together first, and the moment
-- is asked of what comes out.
create or replace function show_as_at(kept text) returns void language plpgsql as $$
declare
  columns text;
  superseded text;
  still_kept text := 'true';
begin
  select string_agg(quote_ident(column_name), ', ' order by ordinal_position),
         string_agg(
           -- What was restricted since must not be read by way of the past.
           case when kept = 'evidence' and column_name = 'restricted'
             then '(select h.restricted or e.restricted from public.evidence e where e.id = h.id)'
             else format('h.%I', column_name) end, ', ' order by ordinal_position)
    into columns, superseded
    from information_schema.columns where table_schema = 'public' and table_name = kept;
  if kept = 'evidence' then
    -- Nor what is no longer kept.
    still_kept := '(select true from public.evidence e where e.id = h.id)';
  end if;
  execute format(
    'create or replace view as_at.%I as
       select %s from (
         select %s, ''infinity''::timestamptz as superseded_at, true as is_still_kept from public.%I
         union all
         select %s, h.superseded_at, %s from history.%I h
       ) ever
        where recorded_at <= (select as_at.moment()) and superseded_at > (select as_at.moment()) and is_still_kept',
    kept, columns, columns, kept, superseded, still_kept, kept);
end
$$;

select show_as_at(table_name::text) from information_schema.tables
 where table_schema = 'history' order by table_name;

-- The keys by which today's rows are read one by one.
create index on history.evidence (supersedes_id);
create index on history.evidence_actions (evidence_id);
create index on history.evidence_reviews (evidence_id);
create index on history.evidence_files (evidence_id);
create index on history.updates (action_id);
create index on history.impact_sign_offs (action_id);
create index on history.update_requests (action_id);
create index on history.action_findings (action_id);
create index on history.action_dependencies (action_id);
create index on history.action_recommendations (recommendation_id);
