-- A file in which something looks like an identifier, or that could not be searched, is kept and held:
-- only the person who added it sees it, until she has answered (decision 0027). One hold at a time; each
-- stays as a row, with how it ended and what she said. What is found is written down masked only.
create table evidence_file_holds (
  id integer generated always as identity primary key,
  file_id integer not null references evidence_files,
  reason text not null,
  -- [{ kind, masked, where }]
  found jsonb not null default '[]',
  -- what of it could not be searched: [{ because, where }], where only if it is a part
  unsearched jsonb not null default '[]',
  held_at timestamptz not null,
  ended_at timestamptz,
  -- null where the system itself ended it, as when a check has run
  ended_by_id integer references people,
  outcome text,
  statement text,
  constraint evidence_file_holds_reason_is_one_we_know check (
    reason in ('not-yet-checked', 'infected', 'identifiers-found', 'cannot-be-searched')),
  constraint evidence_file_holds_say_what_was_found
    check ((reason = 'identifiers-found') = (jsonb_array_length(found) > 0)),
  constraint evidence_file_holds_say_what_could_not_be_searched
    check (reason <> 'cannot-be-searched' or jsonb_array_length(unsearched) > 0),
  constraint evidence_file_holds_outcome_is_one_we_know check (outcome in ('released', 'destroyed')),
  constraint evidence_file_holds_outcome_has_its_moment check ((outcome is null) = (ended_at is null)),
  constraint evidence_file_holds_are_released_by_a_statement check (
    outcome is distinct from 'released' or reason in ('not-yet-checked', 'infected')
    or (btrim(statement) <> '' and ended_by_id is not null))
);
create unique index evidence_files_are_held_once_at_a_time on evidence_file_holds (file_id)
  where ended_at is null;
create index evidence_file_holds_file on evidence_file_holds (file_id, id);
select keep_history_of('evidence_file_holds');

-- What could be read in a held file. It goes where words are looked for once the file is released, and
-- nowhere if it is destroyed, so it keeps no history.
create table evidence_file_held_texts (
  file_id integer primary key references evidence_files,
  text text not null,
  read_at timestamptz not null,
  constraint evidence_file_held_texts_are_not_endless check (length(text) <= 100000)
);

-- When a file was last searched: what came in before there was a search, or before the council changed
-- what is searched for, is searched later.
create table evidence_file_searches (
  file_id integer primary key references evidence_files,
  searched_at timestamptz not null
);

-- A file that was destroyed leaves its row, without the bytes, and this beside it.
create table file_tombstones (
  file_id integer primary key references evidence_files,
  sha256 text not null,
  bytes bigint not null,
  media_type text not null,
  destroyed_at timestamptz not null,
  destroyed_by_id integer not null references people,
  -- where it takes two people
  agreed_by_id integer references people,
  why text not null,
  constraint file_tombstones_say_why check (btrim(why) <> ''),
  constraint file_tombstones_name_what_was_destroyed check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint file_tombstones_are_agreed_by_somebody_else check (agreed_by_id <> destroyed_by_id)
);
select keep_history_of('file_tombstones');
create trigger file_tombstones_are_never_changed before update or delete on file_tombstones
  for each row execute function refuse_change('file_tombstones_are_never_changed');

alter table evidence_files
  alter column blob_sha256 drop not null,
  -- what was taken out of it, or of its name, before it was kept
  add column taken_out text[] not null default '{}',
  -- the file that was destroyed and in whose place it stands
  add column replaces_id integer references evidence_files,
  add constraint evidence_files_taken_out_is_one_we_know
    check (taken_out <@ array['place', 'moment', 'details', 'name']),
  add constraint evidence_files_replace_what_was_there_before check (replaces_id < id);
alter table history.evidence_files alter column blob_sha256 drop not null;
select keep_history_of_new_columns('evidence_files');

-- A file without bytes has its tombstone, and one with a tombstone has no bytes.
create function bury_destroyed_file() returns trigger language plpgsql as $$
begin
  if (new.blob_sha256 is null)
     is distinct from exists (select from public.file_tombstones t where t.file_id = new.id) then
    raise exception using
      errcode = '23514',
      constraint = 'evidence_files_without_bytes_have_a_tombstone',
      message = 'a file loses its bytes with a tombstone, and for good';
  end if;
  return null;
end
$$;
create constraint trigger evidence_files_without_bytes_have_a_tombstone
  after insert or update on evidence_files deferrable initially deferred
  for each row execute function bury_destroyed_file();

-- Nobody accepts evidence of which only its author has seen a file.
create function accept_only_what_is_seen() returns trigger language plpgsql as $$
begin
  if exists (
    select from public.evidence_files f
      join public.evidence_file_holds h on h.file_id = f.id and h.ended_at is null
     where f.evidence_id = new.evidence_id
  ) then
    raise exception using
      errcode = '23514',
      constraint = 'evidence_with_a_held_file_is_not_accepted',
      message = 'evidence is not accepted while one of its files is held';
  end if;
  return null;
end
$$;
create trigger evidence_with_a_held_file_is_not_accepted after insert on evidence_reviews
  for each row when (new.verdict = 'accepted') execute function accept_only_what_is_seen();

-- Forgets bytes that nothing rests on any more; says whether the store may let go of them.
create function let_go_of_blob(hash text) returns boolean language plpgsql as $$
begin
  delete from public.blobs where sha256 = hash;
  return true;
exception when foreign_key_violation then
  return false;
end
$$;

-- The words of a file are no longer found once they are taken away.
create or replace function stand_anew_by_file() returns trigger language plpgsql as $$
begin
  perform public.stand_anew(array(
    select ea.action_id from public.evidence_actions ea
      join public.evidence_files f on f.evidence_id = ea.evidence_id
     where f.id = (coalesce(to_jsonb(new), to_jsonb(old)) ->> tg_argv[0])::integer order by ea.action_id));
  return null;
end
$$;
create trigger action_words_follow_texts_that_go after delete on evidence_file_texts
  for each row execute function stand_anew_by_file('file_id');

-- What people said of what looked like an identifier is read newest first.
create index events_that_say_why_it_is_none on events (id) where after ? 'notAnIdentifier';
