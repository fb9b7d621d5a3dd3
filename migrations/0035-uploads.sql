-- A file that one person sends in pieces, before a form names it. It is nobody else's business, so no
-- history is kept; a day after it was begun it goes. blob_sha256 is known once a form has named it, and
-- has no row of blobs before that form is saved.
create table uploads (
  id text primary key,
  person_id integer not null references people,
  name text not null,
  bytes bigint not null,
  begun_at timestamptz not null,
  finished_at timestamptz,
  blob_sha256 text,
  media_type text,
  -- 160 bits in letters alone: a form that names it is searched for identifiers, which have figures
  constraint uploads_are_called_by_chance check (id ~ '^[a-p]{40}$'),
  constraint uploads_have_a_name check (btrim(name) <> ''),
  constraint uploads_are_not_empty check (bytes > 0),
  constraint uploads_are_recognised_when_they_are_kept
    check ((blob_sha256 is null) = (media_type is null))
);
create index uploads_person on uploads (person_id, begun_at);
