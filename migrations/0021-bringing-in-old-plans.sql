-- An old plan as it came: the file it is kept in, what was read of it, and what a manager makes of it.
create table bring_ins (
  id integer generated always as identity primary key,
  blob_sha256 text not null references blobs,
  original_name text not null,
  -- of each sheet or table its name, how large it is, and what is hidden or merged in it
  tables jsonb not null,
  -- which table, which row heads it, what its columns are
  draft jsonb not null,
  revision integer not null default 1,
  started_by_id integer not null references people,
  started_at timestamptz not null,
  confirmed_by_id integer references people,
  confirmed_at timestamptz,
  discarded_at timestamptz,
  constraint bring_ins_have_a_name check (btrim(original_name) <> ''),
  constraint bring_ins_are_confirmed_or_discarded check (confirmed_at is null or discarded_at is null),
  constraint bring_ins_are_confirmed_by_somebody check ((confirmed_at is null) = (confirmed_by_id is null))
);
create index bring_ins_blob on bring_ins (blob_sha256);

-- Every row that holds something, word for word; below, what it is judged to be with the columns as they
-- are taken now. None of it is in the plan before the whole is confirmed.
create table bring_in_rows (
  bring_in_id integer not null references bring_ins,
  table_at smallint not null,
  row_at integer not null,
  cells jsonb not null,
  content_sha256 text not null,
  -- cells in which something looks like an identifier of a child, each with its masked sentence
  hits jsonb not null default '[]',
  -- what a person wrote in the place of a cell, by what the column is
  corrections jsonb not null default '{}',
  not_an_identifier text not null default '',
  set_aside_because text,
  state text,
  because text not null default '',
  problems jsonb not null default '[]',
  action jsonb,
  -- the action of the plan that it is already
  action_id integer references actions,
  primary key (bring_in_id, table_at, row_at),
  constraint bring_in_rows_state_is_one_we_know
    check (state in ('ready', 'wrong', 'set-aside', 'left-out', 'already', 'double', 'changed')),
  constraint bring_in_rows_are_set_aside_with_a_reason check (btrim(set_aside_because) <> '')
);
create index bring_in_rows_state on bring_in_rows (bring_in_id, state, row_at);

-- Words that many rows share and a person is asked about once: an owner, a status, a date.
create table bring_in_values (
  bring_in_id integer not null references bring_ins,
  kind text not null,
  key text not null,
  shown text not null,
  rows integer not null,
  first_row integer not null,
  taken text,
  proposed text,
  because text not null default '',
  choices jsonb not null default '[]',
  -- what a person said they mean: an id, a day, a status; 'none' for nothing of ours
  answer text,
  primary key (bring_in_id, kind, key),
  constraint bring_in_values_kind_is_one_we_know
    check (kind in ('status', 'owner', 'recommendation', 'due', 'start'))
);

-- Where an action was brought in from. The same row is never brought in twice, whoever tries.
create table action_sources (
  action_id integer primary key references actions,
  bring_in_id integer not null,
  table_at smallint not null,
  row_at integer not null,
  content_sha256 text not null,
  -- the reference and the owner that the old plan had for it, as written there
  old_ref text not null default '',
  old_owner text not null default '',
  foreign key (bring_in_id, table_at, row_at) references bring_in_rows,
  constraint action_sources_one_action_from_a_row unique (bring_in_id, table_at, row_at),
  constraint action_sources_the_same_words_are_brought_in_once unique (content_sha256)
);
create index action_sources_old_ref on action_sources (old_ref) where old_ref <> '';
select keep_history_of('action_sources');
create index actions_title on actions (md5(lower(btrim(title))));
