-- What a meeting of the board decided, who sees to it and by when; how it ended is a row of its own.
create table board_decisions (
  id integer generated always as identity primary key,
  meeting_id integer not null references board_meetings,
  words text not null,
  owner_id integer not null references people,
  due_on date,
  action_id integer references actions,
  recommendation_id integer references recommendations,
  written_by_id integer not null references people,
  written_at timestamptz not null,
  constraint board_decisions_have_words check (btrim(words) <> ''),
  constraint board_decisions_are_about_one_thing_at_most
    check (num_nonnulls(action_id, recommendation_id) <= 1)
);
create index board_decisions_meeting on board_decisions (meeting_id);
create index board_decisions_owner on board_decisions (owner_id);
select keep_history_of('board_decisions');

create table board_decision_endings (
  decision_id integer not null references board_decisions,
  ending text not null,
  words text not null default '',
  ended_by_id integer not null references people,
  ended_at timestamptz not null,
  constraint board_decision_endings_are_said_once unique (decision_id),
  constraint board_decision_endings_are_done_or_withdrawn check (ending in ('done', 'withdrawn')),
  constraint board_decision_endings_withdrawn_with_a_reason
    check (ending <> 'withdrawn' or btrim(words) <> '')
);
select keep_history_of('board_decision_endings');
create trigger board_decision_endings_are_never_changed before update or delete on board_decision_endings
  for each row execute function refuse_change('board_decision_endings_are_never_changed');

-- A key line of enquiry: what inspectors are expected to ask, what we know, how we know it, what we do next.
-- Each time it is written all of it is kept, with the evidence and the actions that it rests on, so that
-- two who write at once can be brought together against what both began from.
create table key_lines (
  id integer generated always as identity primary key,
  visit_id integer not null references visits,
  added_by_id integer not null references people,
  added_at timestamptz not null
);
create index key_lines_visit on key_lines (visit_id);
select keep_history_of('key_lines');

create table key_line_wordings (
  key_line_id integer not null references key_lines,
  version integer not null,
  question text not null,
  known text not null default '',
  how_known text not null default '',
  next_step text not null default '',
  written_by_id integer not null references people,
  written_at timestamptz not null,
  constraint key_line_wordings_follow_one_another unique (key_line_id, version),
  constraint key_line_wordings_have_a_question check (btrim(question) <> '')
);
select keep_history_of('key_line_wordings');
create trigger key_line_wordings_are_never_changed before update or delete on key_line_wordings
  for each row execute function refuse_change('key_line_wordings_are_never_changed');

create table key_line_evidence (
  key_line_id integer not null,
  version integer not null,
  evidence_id integer not null references evidence,
  primary key (key_line_id, version, evidence_id),
  constraint key_line_evidence_belongs_to_a_wording
    foreign key (key_line_id, version) references key_line_wordings (key_line_id, version)
);
select keep_history_of('key_line_evidence');

create table key_line_actions (
  key_line_id integer not null,
  version integer not null,
  action_id integer not null references actions,
  primary key (key_line_id, version, action_id),
  constraint key_line_actions_belong_to_a_wording
    foreign key (key_line_id, version) references key_line_wordings (key_line_id, version)
);
select keep_history_of('key_line_actions');

create table key_line_withdrawals (
  key_line_id integer not null references key_lines,
  withdrawn_by_id integer not null references people,
  withdrawn_at timestamptz not null,
  constraint key_line_withdrawals_are_made_once unique (key_line_id)
);
select keep_history_of('key_line_withdrawals');
create trigger key_line_withdrawals_are_never_changed before update or delete on key_line_withdrawals
  for each row execute function refuse_change('key_line_withdrawals_are_never_changed');

-- A report that is being read as the letter of a visit.
create table visit_letter_imports (
  import_id integer not null references report_imports,
  visit_id integer not null references visits,
  constraint visit_letter_imports_are_of_one_visit unique (import_id)
);

-- The letter of a visit, once its report is confirmed as an inspection.
create table visit_letters (
  visit_id integer not null references visits,
  inspection_id integer not null references inspections,
  linked_by_id integer not null references people,
  linked_at timestamptz not null,
  constraint visit_letters_are_one_of_a_visit unique (visit_id),
  constraint visit_letters_are_of_one_visit unique (inspection_id)
);
select keep_history_of('visit_letters');
create trigger visit_letters_are_never_changed before update or delete on visit_letters
  for each row execute function refuse_change('visit_letters_are_never_changed');

-- A visit closes as a checkpoint: with its letter, or, where none is published, with what inspectors said.
create table visit_closings (
  visit_id integer not null references visits,
  inspection_id integer references visit_letters (inspection_id),
  said text not null default '',
  closed_by_id integer not null references people,
  closed_at timestamptz not null,
  constraint visit_closings_are_made_once unique (visit_id),
  constraint visit_closings_rest_on_a_letter_or_on_words
    check (inspection_id is not null or btrim(said) <> '')
);
select keep_history_of('visit_closings');
create trigger visit_closings_are_never_changed before update or delete on visit_closings
  for each row execute function refuse_change('visit_closings_are_never_changed');

-- Until now a letter was known by its kind and its first day alone.
insert into visit_letters (visit_id, inspection_id, linked_by_id, linked_at)
  select distinct on (i.id) v.id, i.id, i.confirmed_by_id, i.confirmed_at
    from visits v join inspections i on i.kind = v.kind and i.inspected_from = v.held_from
   where i.id <> v.inspection_id
   order by i.id, v.id
  on conflict do nothing;
insert into visit_closings (visit_id, inspection_id, closed_by_id, closed_at)
  select visit_id, inspection_id, linked_by_id, linked_at from visit_letters;
