-- Whatever else a report says that is worth keeping: its numbered paragraphs, so that an action can cite
-- "paragraph 38", and statements of strength or concern that a person confirmed.
create table findings (
  id integer generated always as identity primary key,
  inspection_id integer not null references inspections,
  position integer not null,
  kind text not null,
  paragraph text,
  heading text not null default '',
  area text,
  text text not null,
  page integer,
  constraint findings_kind_is_one_we_know check (kind in ('paragraph', 'strength', 'concern')),
  constraint findings_have_words check (btrim(text) <> ''),
  constraint findings_page_is_counted_from_one check (page > 0),
  constraint findings_position_is_used_once unique (inspection_id, position)
);
select keep_history_of('findings');
create index findings_by_their_words on findings using gin (to_tsvector('english', text));

-- What an action rests on beside its recommendations.
create table action_findings (
  action_id integer not null references actions,
  finding_id integer not null references findings,
  cited_by_id integer not null references people,
  cited_at timestamptz not null,
  primary key (action_id, finding_id)
);
create index action_findings_finding on action_findings (finding_id);
select keep_history_of('action_findings');

create function refuse_rewritten_finding() returns trigger language plpgsql as $$
begin
  raise exception using
    errcode = '23514',
    constraint = 'findings_words_are_never_rewritten',
    message = 'the words of a finding are never rewritten';
end
$$;
create trigger findings_words_are_never_rewritten
  before update or delete on findings for each row execute function refuse_rewritten_finding();

-- JTAI: who writes the statement for all partners. Area SEND: whom each item asks. Letters: what was looked at.
alter table inspections
  add column principal_authority text not null default '',
  add column areas_covered text[] not null default '{}';
alter table recommendations add column responsible_bodies text[] not null default '{}';
select keep_history_of_new_columns('inspections');
select keep_history_of_new_columns('recommendations');
