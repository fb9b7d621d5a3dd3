-- Numbers followed over time (decision 0018).

create table measures (
  id integer generated always as identity primary key,
  title text not null,
  definition text not null,
  unit text not null,
  period text not null,
  better text not null,
  source text not null default '',
  version integer not null default 1,
  created_by_id integer not null references people,
  created_at timestamptz not null,
  constraint measures_have_a_title check (btrim(title) <> ''),
  constraint measures_have_a_definition check (btrim(definition) <> ''),
  constraint measures_unit_is_one_we_know
    check (unit in ('percent', 'count', 'days', 'average', 'per-1000', 'per-10000')),
  constraint measures_period_is_one_we_know check (period in ('month', 'quarter', 'week')),
  constraint measures_better_is_one_we_know check (better in ('up', 'down', 'neutral')),
  -- what its figures are held to, below
  constraint measures_go_with_their_unit_and_period unique (id, unit, period)
);
create unique index measures_title_is_used_once on measures (lower(title));
select keep_history_of('measures');

-- A figure is never rewritten: a correction is the next revision, with its reason. A revision without a
-- value takes a figure away that should never have been there. Unit and period are copied, so that the
-- checks can see them; the two-column keys keep them from being changed underneath.
create table measure_points (
  measure_id integer not null,
  unit text not null,
  period text not null,
  period_from date not null,
  revision integer not null,
  value numeric,
  numerator numeric,
  denominator numeric,
  reason text not null default '',
  entered_by_id integer not null references people,
  entered_at timestamptz not null,
  constraint measure_points_one_of_each_revision unique (measure_id, period_from, revision),
  constraint measure_points_keep_the_unit_and_period
    foreign key (measure_id, unit, period) references measures (id, unit, period),
  constraint measure_points_begin_with_their_period
    check (period_from = date_trunc(period, period_from::timestamp)::date),
  constraint measure_points_are_of_periods_past
    check ((period_from + case period
              when 'week' then interval '7 days'
              when 'month' then interval '1 month'
              else interval '3 months' end)::date <= (entered_at at time zone 'Europe/London')::date),
  constraint measure_points_corrected_with_a_reason
    check (revision >= 1 and (revision = 1 or btrim(reason) <> '')),
  constraint measure_points_begin_with_a_figure check (revision > 1 or value is not null),
  constraint measure_points_fit_their_unit
    check (value >= 0 and value <= case unit when 'percent' then 100 else 1000000000 end),
  constraint measure_points_counts_are_whole
    check (unit <> 'count' or (value = trunc(value) and numerator is null)),
  constraint measure_points_parts_come_together
    check ((numerator is null) = (denominator is null) and (numerator is null or value is not null)),
  constraint measure_points_denominator_is_above_zero check (denominator > 0),
  -- with the two above this also keeps the part of a percentage within its whole
  constraint measure_points_follow_from_their_parts
    check (abs(value - numerator / denominator * case unit
              when 'percent' then 100
              when 'per-1000' then 1000
              when 'per-10000' then 10000
              else 1 end) <= 0.000001 * greatest(1, value))
);
select keep_history_of('measure_points');
create trigger measure_points_are_never_changed before update or delete on measure_points
  for each row execute function refuse_change('measure_points_are_never_changed');

create table measure_notes (
  id integer generated always as identity primary key,
  measure_id integer not null references measures,
  period_from date not null,
  words text not null,
  written_by_id integer not null references people,
  written_at timestamptz not null,
  constraint measure_notes_have_words check (btrim(words) <> '')
);
create index measure_notes_measure on measure_notes (measure_id, period_from);
select keep_history_of('measure_notes');

-- A null value: from this day on there is no target.
create table measure_targets (
  measure_id integer not null references measures,
  valid_from date not null,
  value numeric,
  set_by_id integer not null references people,
  set_at timestamptz not null,
  constraint measure_targets_one_from_a_day unique (measure_id, valid_from),
  constraint measure_targets_fit_their_unit check (value >= 0 and value <= 1000000000)
);
select keep_history_of('measure_targets');

create table measure_comparators (
  id integer generated always as identity primary key,
  measure_id integer not null references measures,
  kind text not null,
  year text not null,
  value numeric not null,
  source text not null,
  given_by_id integer not null references people,
  given_at timestamptz not null,
  constraint measure_comparators_kind_is_one_we_know
    check (kind in ('statistical-neighbours', 'region', 'england')),
  constraint measure_comparators_name_their_year check (year ~ '^[0-9]{4}(-[0-9]{2})?$'),
  constraint measure_comparators_name_their_source check (btrim(source) <> ''),
  constraint measure_comparators_fit_their_unit check (value >= 0 and value <= 1000000000),
  constraint measure_comparators_one_of_a_kind_and_year unique (measure_id, kind, year)
);
select keep_history_of('measure_comparators');

create table measure_baselines (
  measure_id integer not null references measures,
  period_from date not null,
  reason text not null,
  decided_by_id integer not null references people,
  decided_at timestamptz not null,
  constraint measure_baselines_one_from_a_period unique (measure_id, period_from),
  constraint measure_baselines_have_a_reason check (btrim(reason) <> '')
);
select keep_history_of('measure_baselines');
create trigger measure_baselines_are_never_changed before update or delete on measure_baselines
  for each row execute function refuse_change('measure_baselines_are_never_changed');

create table measure_links (
  measure_id integer not null references measures,
  recommendation_id integer references recommendations,
  action_id integer references actions,
  constraint measure_links_are_to_one_thing check (num_nonnulls(recommendation_id, action_id) = 1),
  constraint measure_links_are_made_once unique nulls not distinct (measure_id, recommendation_id, action_id)
);
create index measure_links_recommendation on measure_links (recommendation_id);
create index measure_links_action on measure_links (action_id);
select keep_history_of('measure_links');

-- A measure on a past day is read by these keys (as in 0008).
create index on history.measures (id);
create index on history.measure_targets (measure_id);
create index on history.measure_comparators (measure_id);
create index on history.measure_links (measure_id);
