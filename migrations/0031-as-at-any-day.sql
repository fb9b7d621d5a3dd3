-- Any page of the plan as it stood at the end of a past day (decision 0022): what as_at needs beside
-- the kept tables.

-- What happened until then. It is only read: what is not a kept table must refuse by itself.
create view as_at.events as select * from public.events where happened_at <= as_at.moment();
create trigger the_past_is_never_changed instead of insert or update or delete on as_at.events
  for each row execute function refuse_change('the_past_is_never_changed');

-- The moment is read once for a statement, not once for every row of it.
create function show_as_at(kept text) returns void language plpgsql as $$
declare
  columns text;
  superseded text;
  only_kept text := '';
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
    only_kept := 'and (select true from public.evidence e where e.id = h.id)';
  end if;
  execute format(
    'create or replace view as_at.%I as
       select %s from public.%I where recorded_at <= (select as_at.moment())
       union all
       select %s from history.%I h
        where h.recorded_at <= (select as_at.moment()) and h.superseded_at > (select as_at.moment()) %s',
    kept, columns, kept, superseded, kept, only_kept);
end
$$;

create or replace function keep_history_of(kept text) returns void language plpgsql as $$
begin
  execute format('alter table public.%I add column recorded_at timestamptz not null default public.moment()', kept);
  execute format('create table history.%I (superseded_at timestamptz not null, like public.%I)', kept, kept);
  execute format('create index on history.%I (superseded_at, recorded_at)', kept);
  execute format(
    'create trigger remember before insert or update or delete on public.%I for each row execute function public.remember()',
    kept);
  perform public.show_as_at(kept);
end
$$;

create or replace function keep_history_of_new_columns(kept text) returns void language plpgsql as $$
declare
  added record;
begin
  for added in
    select a.attname, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull,
           pg_get_expr(d.adbin, d.adrelid) as otherwise
      from pg_attribute a
      left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where a.attrelid = format('public.%I', kept)::regclass
       and a.attnum > 0 and not a.attisdropped and a.attidentity = ''
       and not exists (
         select from pg_attribute h
          where h.attrelid = format('history.%I', kept)::regclass and h.attname = a.attname and not h.attisdropped)
     order by a.attnum
  loop
    execute format('alter table history.%I add column %I %s', kept, added.attname, added.type)
      || coalesce(' default ' || added.otherwise, '')
      || case when added.attnotnull then ' not null' else '' end;
    -- What is remembered brings its own value.
    execute format('alter table history.%I alter column %I drop default', kept, added.attname);
  end loop;
  perform public.show_as_at(kept);
end
$$;

select show_as_at(table_name::text) from information_schema.tables
 where table_schema = 'history' order by table_name;

-- How the actions stood at the end of a past day, derived when it is first looked at and kept. A past
-- day does not change; should somebody still write at a moment of it, it is derived anew.
create table past_days (
  on_day date primary key,
  derived_at timestamptz not null default clock_timestamp()
);
create table past_standings (
  like action_standings including defaults,
  on_day date not null references past_days on delete cascade,
  primary key (on_day, action_id)
);

do $$
declare
  columns text;
begin
  select string_agg(quote_ident(column_name), ', ' order by ordinal_position) into columns
    from information_schema.columns where table_schema = 'public' and table_name = 'action_standings';
  execute format(
    'create view as_at.action_standings as select %s from public.past_standings
      where on_day = (select timezone(''Europe/London'', as_at.moment())::date)', columns);
end
$$;
create trigger the_past_is_never_changed instead of insert or update or delete on as_at.action_standings
  for each row execute function refuse_change('the_past_is_never_changed');

create function forget_days_from(moment timestamptz) returns void language sql as $$
  delete from public.past_days where on_day >= timezone('Europe/London', moment)::date
$$;

create or replace function stand_anew(ids integer[]) returns void language sql as $$
  update public.action_standings set holds_until = '-infinity'
   where action_id = any (ids) and holds_until > '-infinity';
  select public.forget_days_from(public.moment());
$$;

create function forget_days_with_their_colours() returns trigger language plpgsql as $$
begin
  perform public.forget_days_from(public.moment());
  return null;
end
$$;
create trigger past_days_follow_the_colours after insert or update or delete on brag_tables
  for each statement execute function forget_days_with_their_colours();
create trigger past_days_follow_new_actions after insert on actions
  for each statement execute function forget_days_with_their_colours();

-- When the plan began is asked for with every past day.
create index on actions (recorded_at);
create index on history.actions (recorded_at);
