create table teams (
  id integer generated always as identity primary key,
  name text not null,
  parent_id integer references teams,
  constraint teams_have_a_name check (btrim(name) <> ''),
  constraint teams_name_is_used_once unique (name),
  constraint teams_are_not_their_own_parent check (parent_id <> id)
);
select keep_history_of('teams');

create table people (
  id integer generated always as identity primary key,
  name text not null,
  email text not null,
  job_title text not null default '',
  team_id integer references teams,
  suspended_at timestamptz,
  created_at timestamptz not null default moment(),
  constraint people_have_a_name check (btrim(name) <> ''),
  constraint people_email_is_in_small_letters check (email = lower(btrim(email)) and email like '%_@_%'),
  constraint people_email_is_used_once unique (email)
);
create index people_team on people (team_id);
select keep_history_of('people');

create table person_roles (
  person_id integer not null references people,
  role text not null,
  primary key (person_id, role),
  constraint person_roles_role_is_one_we_know
    check (role in ('practitioner', 'manager', 'leader', 'observer', 'admin'))
);
select keep_history_of('person_roles');

-- Apart from people, so that no query for a name can bring a secret with it.
create table passwords (
  person_id integer primary key references people,
  argon2id text not null,
  set_at timestamptz not null,
  constraint passwords_are_argon2id check (argon2id like '$argon2id$%')
);

-- The id is an HMAC of the cookie's value: a leaked backup holds no usable session.
create table sessions (
  id text primary key,
  person_id integer not null references people,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ends_at timestamptz not null,
  constraint sessions_id_is_hashed check (id ~ '^[0-9a-f]{64}$'),
  constraint sessions_end_for_good check (expires_at <= ends_at)
);
create index sessions_person on sessions (person_id);
create index sessions_expiry on sessions (expires_at);

create table sign_in_failures (
  id integer generated always as identity primary key,
  account text not null,
  address text not null,
  failed_at timestamptz not null
);
create index sign_in_failures_account on sign_in_failures (account, failed_at);
create index sign_in_failures_address on sign_in_failures (address, failed_at);

create table invitations (
  token_hash text primary key,
  person_id integer not null references people,
  invited_by_id integer references people,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  constraint invitations_token_is_hashed check (token_hash ~ '^[0-9a-f]{64}$'),
  constraint invitations_expire_after_they_are_sent check (expires_at > invited_at)
);
create index invitations_person on invitations (person_id);

-- What happened, to what, by whom. actor_id is null where the system itself acted.
create table events (
  id bigint generated always as identity primary key,
  happened_at timestamptz not null,
  actor_id integer references people,
  what text not null,
  subject_kind text not null,
  subject_id integer not null,
  before jsonb,
  after jsonb,
  constraint events_say_what_happened check (what ~ '^[a-z-]+\.[a-z-]+$')
);
create index events_subject on events (subject_kind, subject_id, id);
create index events_happened_at on events (happened_at, id);
create index events_actor on events (actor_id, happened_at);
create trigger events_are_never_changed before update or delete on events
  for each row execute function refuse_change('events_are_never_changed');
