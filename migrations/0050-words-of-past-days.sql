-- What the actions are found by on a past day: laid down for one reach when somebody first looks for words
-- on that day, and kept while it is among the last that were looked in (decision 0034).
create table past_word_days (
  on_day date not null references past_days on delete cascade,
  reach text not null,
  laid_at timestamptz not null default clock_timestamp(),
  primary key (on_day, reach),
  constraint past_word_days_reach_is_one_we_know check (reach in ('plan', 'shown', 'all'))
);
create table past_words (
  on_day date not null,
  reach text not null,
  action_id integer not null references actions,
  part integer not null,
  -- the day and the reach are a word among them, so that the index leads to those of one day
  words tsvector not null,
  primary key (on_day, reach, action_id, part),
  foreign key (on_day, reach) references past_word_days on delete cascade
);
create index past_words_by_word on past_words using gin (words);
alter table past_words set (toast_tuple_target = 128);

-- What was shut away since, or is no longer kept, must not be found by way of the past: whoever lays words
-- down holds this lock until they are there (app/db/tables/past-words.server.ts), and so does this.
create function forget_past_words() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('past_words'));
  delete from public.past_word_days;
  return null;
end
$$;
create trigger past_words_follow_what_is_shut_away after update of restricted on evidence
  for each row when (old.restricted is distinct from new.restricted) execute function forget_past_words();
create trigger past_words_follow_what_is_deleted after insert on evidence_deletions
  for each statement execute function forget_past_words();
create trigger past_words_follow_names after update of name on evidence_files
  for each row when (old.name is distinct from new.name) execute function forget_past_words();
create trigger past_words_follow_texts_that_change after update or delete on evidence_file_texts
  for each statement execute function forget_past_words();

-- A file is read some time after it was added: the days that it was there already have its words too.
create function forget_past_words_of_file() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('past_words'));
  delete from public.past_word_days
   where on_day >= (select timezone('Europe/London', f.added_at)::date
                      from public.evidence_files f where f.id = new.file_id);
  return null;
end
$$;
create trigger past_words_follow_texts after insert on evidence_file_texts
  for each row execute function forget_past_words_of_file();
