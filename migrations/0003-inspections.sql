-- Frameworks are data: a new one is a seed, never code.
create table frameworks (
  id text primary key,
  kind text not null,
  title text not null,
  inspections_from date,
  inspections_to date,
  constraint frameworks_run_forwards check (inspections_from <= inspections_to)
);

create table framework_areas (
  framework_id text not null references frameworks,
  area text not null,
  title text not null,
  -- the judgement of the whole, which has no recommendations of its own
  is_overall boolean not null default false,
  position smallint not null,
  primary key (framework_id, area),
  constraint framework_areas_position_is_used_once unique (framework_id, position)
);

create table framework_grades (
  framework_id text not null references frameworks,
  grade text not null,
  title text not null,
  position smallint not null,
  primary key (framework_id, grade),
  constraint framework_grades_position_is_used_once unique (framework_id, position)
);

-- Bytes live in storage under their SHA-256; this says which are meant to be there.
create table blobs (
  sha256 text primary key,
  bytes bigint not null,
  media_type text not null,
  stored_at timestamptz not null,
  constraint blobs_are_named_by_their_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint blobs_are_not_empty check (bytes > 0)
);

-- A report as it came: its bytes (unless it was pasted) and its lines with page and position.
create table report_sources (
  id integer generated always as identity primary key,
  blob_sha256 text references blobs,
  original_name text not null,
  format text not null,
  pages integer not null,
  lines jsonb not null,
  added_by_id integer not null references people,
  added_at timestamptz not null,
  constraint report_sources_format_is_one_we_read check (format in ('pdf', 'docx', 'html', 'text')),
  constraint report_sources_have_pages check (pages > 0)
);
create trigger report_sources_are_never_changed before update or delete on report_sources
  for each row execute function refuse_change('report_sources_are_never_changed');

-- A reading that a person is correcting. reading is what Waymark read, draft what she made of it.
create table report_imports (
  id integer generated always as identity primary key,
  source_id integer not null references report_sources,
  reading jsonb not null,
  draft jsonb not null,
  revision integer not null default 1,
  started_by_id integer not null references people,
  started_at timestamptz not null,
  confirmed_at timestamptz,
  discarded_at timestamptz,
  constraint report_imports_are_confirmed_or_discarded check (confirmed_at is null or discarded_at is null)
);

create table inspections (
  id integer generated always as identity primary key,
  import_id integer references report_imports,
  kind text not null,
  framework_id text references frameworks,
  council text not null,
  inspected_from date not null,
  inspected_to date not null,
  lead_inspector text not null default '',
  report_received_on date,
  confirmed_by_id integer not null references people,
  confirmed_at timestamptz not null,
  constraint inspections_kind_is_one_we_know check (
    kind in ('ilacs', 'sif', 'jtai', 'area-send', 'focused-visit', 'monitoring-visit', 'peer-review', 'other')),
  constraint inspections_name_the_council check (btrim(council) <> ''),
  constraint inspections_end_after_they_start check (inspected_from <= inspected_to),
  constraint inspections_report_comes_after_the_visit check (report_received_on >= inspected_to),
  constraint inspections_come_from_one_import unique (import_id),
  constraint inspections_and_frameworks_go_together unique (id, framework_id)
);
select keep_history_of('inspections');

create table judgements (
  inspection_id integer not null,
  framework_id text not null,
  area text not null,
  grade text not null,
  primary key (inspection_id, area),
  constraint judgements_use_the_framework_of_the_inspection
    foreign key (inspection_id, framework_id) references inspections (id, framework_id),
  constraint judgements_are_of_an_area_of_the_framework
    foreign key (framework_id, area) references framework_areas,
  constraint judgements_are_a_grade_of_the_framework
    foreign key (framework_id, grade) references framework_grades
);
select keep_history_of('judgements');

-- The date that Ofsted's own letter states wins over the computed one; both are shown.
create table inspection_duties (
  inspection_id integer not null references inspections,
  duty text not null,
  stated_on date,
  met_on date,
  primary key (inspection_id, duty),
  constraint inspection_duties_duty_is_one_we_know
    check (duty in ('publish-report', 'draft-statement', 'statement-of-action'))
);
select keep_history_of('inspection_duties');

create table recommendations (
  id integer generated always as identity primary key,
  inspection_id integer not null references inspections,
  position integer not null,
  printed_number text,
  kind text not null,
  text text not null,
  wording text not null,
  original_text text,
  heading text not null default '',
  page integer,
  area text not null,
  national_framework text[] not null default '{}',
  constraint recommendations_kind_is_one_we_know check (
    kind in ('area-for-improvement', 'area-for-priority-action', 'recommendation', 'lscb')),
  constraint recommendations_have_words check (btrim(text) <> ''),
  constraint recommendations_wording_is_verbatim_or_reworded check (wording in ('verbatim', 'reworded')),
  constraint recommendations_page_is_counted_from_one check (page > 0),
  constraint recommendations_position_is_used_once unique (inspection_id, position)
);
select keep_history_of('recommendations');
create function refuse_rewritten_recommendation() returns trigger language plpgsql as $$
begin
  raise exception using
    errcode = '23514',
    constraint = 'recommendations_words_are_never_rewritten',
    message = 'the words of a confirmed recommendation are never rewritten';
end
$$;
create trigger recommendations_words_are_never_rewritten
  before update of text, wording, original_text, inspection_id on recommendations
  for each row
  when ((old.text, old.wording, old.original_text, old.inspection_id)
        is distinct from (new.text, new.wording, new.original_text, new.inspection_id))
  execute function refuse_rewritten_recommendation();
