-- What a visit said of progress on a recommendation of an earlier inspection, in the letter's own words.
alter table recommendations
  add constraint recommendations_and_their_inspection_go_together unique (id, inspection_id);

create table progress_verdicts (
  id integer generated always as identity primary key,
  inspection_id integer not null references inspections,
  recommendation_id integer not null,
  told_by_inspection_id integer not null,
  verdict text not null,
  quote text not null,
  page integer,
  confirmed_by_id integer not null references people,
  confirmed_at timestamptz not null,
  constraint progress_verdicts_verdict_is_one_we_know check (
    verdict in ('declined', 'too-slow', 'unchanged', 'not-embedded', 'too-early-to-see', 'progress')),
  constraint progress_verdicts_have_a_quote check (btrim(quote) <> ''),
  constraint progress_verdicts_page_is_counted_from_one check (page > 0),
  -- the copied inspection, tied by a key of two columns, lets a check see both
  constraint progress_verdicts_know_who_told_the_recommendation
    foreign key (recommendation_id, told_by_inspection_id) references recommendations (id, inspection_id),
  constraint progress_verdicts_are_on_another_inspection check (told_by_inspection_id <> inspection_id),
  constraint progress_verdicts_say_a_thing_once unique (inspection_id, recommendation_id, verdict, quote)
);
create index progress_verdicts_recommendation on progress_verdicts (recommendation_id, inspection_id);
select keep_history_of('progress_verdicts');
create trigger progress_verdicts_are_never_changed before update or delete on progress_verdicts
  for each row execute function refuse_change('progress_verdicts_are_never_changed');
