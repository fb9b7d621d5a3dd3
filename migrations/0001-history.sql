-- Every table that a reader of the plan sees keeps its own history (decision 0004).
--
-- keep_history_of('actions') gives the table a column recorded_at, a twin history.actions that holds
-- each superseded row with the moment it stopped being true, and a view as_at.actions that shows the
-- rows as they stood at the setting waymark.as_at. A reader who puts as_at in front of the search
-- path runs today's queries against that day's plan.
--
-- The moment of a change is the setting waymark.now, which a command sets for its transaction.

create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gist;

create schema history;
create schema as_at;

create function moment() returns timestamptz language sql stable as $$
  select coalesce(nullif(current_setting('waymark.now', true), '')::timestamptz, transaction_timestamp())
$$;

create function as_at.moment() returns timestamptz language sql stable as $$
  select coalesce(nullif(current_setting('waymark.as_at', true), '')::timestamptz, public.moment())
$$;

create function remember() returns trigger language plpgsql as $$
declare
  changed_at timestamptz := public.moment();
begin
  if tg_op = 'INSERT' then
    new.recorded_at := changed_at;
    return new;
  end if;
  -- Two changes in one instant, or from clocks a little apart, still follow one another.
  changed_at := greatest(changed_at, old.recorded_at + interval '1 microsecond');
  execute format('insert into history.%I select $1, ($2).*', tg_table_name) using changed_at, old;
  if tg_op = 'DELETE' then
    return old;
  end if;
  new.recorded_at := changed_at;
  return new;
end
$$;

create function keep_history_of(kept text) returns void language plpgsql as $$
declare
  columns text;
begin
  execute format('alter table public.%I add column recorded_at timestamptz not null default public.moment()', kept);
  execute format('create table history.%I (superseded_at timestamptz not null, like public.%I)', kept, kept);
  execute format('create index on history.%I (superseded_at, recorded_at)', kept);
  execute format(
    'create trigger remember before insert or update or delete on public.%I for each row execute function public.remember()',
    kept);
  select string_agg(quote_ident(column_name), ', ' order by ordinal_position) into columns
    from information_schema.columns where table_schema = 'public' and table_name = kept;
  execute format(
    'create view as_at.%I as
       select %s from public.%I where recorded_at <= as_at.moment()
       union all
       select %s from history.%I where recorded_at <= as_at.moment() and superseded_at > as_at.moment()',
    kept, columns, kept, columns, kept);
end
$$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception using
    errcode = '23514',
    constraint = tg_argv[0],
    message = format('rows of %s are never changed or removed', tg_table_name);
end
$$;
