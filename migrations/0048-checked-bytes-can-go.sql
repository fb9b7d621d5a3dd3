-- What the nightly reading found of bytes goes with them: it held them back from being destroyed.
alter table blob_checks
  drop constraint blob_checks_blob_sha256_fkey,
  add foreign key (blob_sha256) references blobs on delete cascade;
-- Those that were to be destroyed and stayed for that: the sweep removes what no row speaks of.
select let_go_of_blob(sha256) from file_tombstones;

-- When the file was last changed, by the sender's own computer: with its length it tells that the same file
-- is chosen again, so that one which was broken off goes on where it was.
alter table uploads add column changed_at timestamptz;
