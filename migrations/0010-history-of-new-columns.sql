-- A table that keeps its history gets a column later: call keep_history_of_new_columns('actions') after
-- the alter table, so that history.actions and as_at.actions have it too. Rows superseded before get the
-- column's default, or null, as rows of today do.
create function keep_history_of_new_columns(kept text) returns void language plpgsql as $$
declare
  added record;
  columns text;
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
  select string_agg(quote_ident(column_name), ', ' order by ordinal_position) into columns
    from information_schema.columns where table_schema = 'public' and table_name = kept;
  execute format(
    'create or replace view as_at.%I as
       select %s from public.%I where recorded_at <= as_at.moment()
       union all
       select %s from history.%I where recorded_at <= as_at.moment() and superseded_at > as_at.moment()',
    kept, columns, kept, columns, kept);
end
$$;
