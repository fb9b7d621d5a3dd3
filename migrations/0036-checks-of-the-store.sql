-- What ClamAV said of some bytes, where it was asked. By their hash and not by a row of blobs: it is asked
-- before there is one. While the outcome is null it could not say, and is asked again.
create table virus_checks (
  sha256 text primary key,
  asked_at timestamptz not null,
  outcome text,
  found text,
  checked_at timestamptz,
  constraint virus_checks_are_of_a_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint virus_checks_outcome_is_one_we_know check (outcome in ('clean', 'infected')),
  constraint virus_checks_outcome_has_its_moment check ((outcome is null) = (checked_at is null)),
  constraint virus_checks_infected_say_what_was_found
    check ((outcome is not distinct from 'infected') = (found is not null))
);
create index virus_checks_waiting on virus_checks (asked_at) where outcome is null;

-- When a blob was last read back and hashed, and what was wrong with it then, if anything.
create table blob_checks (
  blob_sha256 text primary key references blobs,
  checked_at timestamptz not null,
  trouble text,
  constraint blob_checks_trouble_is_one_we_know check (trouble in ('missing', 'changed'))
);
create index blob_checks_trouble on blob_checks (blob_sha256) where trouble is not null;
