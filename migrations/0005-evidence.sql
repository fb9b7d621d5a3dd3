create table evidence (
  id integer generated always as identity primary key,
  title text not null,
  kind text not null,
  period_from date not null,
  period_to date not null,
  shows text not null,
  link_url text,
  restricted boolean not null default false,
  added_by_id integer not null references people,
  added_at timestamptz not null,
  constraint evidence_has_a_title check (btrim(title) <> ''),
  constraint evidence_kind_is_one_we_know check (
    kind in ('performance-data', 'case-audit', 'practice-observation', 'voice', 'policy')),
  constraint evidence_period_runs_forwards check (period_from <= period_to),
  constraint evidence_says_what_it_shows check (btrim(shows) <> ''),
  constraint evidence_link_is_a_web_address check (link_url ~ '^https?://'),
  constraint evidence_and_who_added_it_go_together unique (id, added_by_id)
);
create index evidence_added_by on evidence (added_by_id, id);
select keep_history_of('evidence');

create table evidence_files (
  id integer generated always as identity primary key,
  evidence_id integer not null references evidence,
  blob_sha256 text not null references blobs,
  name text not null,
  media_type text not null,
  added_at timestamptz not null,
  constraint evidence_files_have_a_name check (btrim(name) <> '')
);
create index evidence_files_evidence on evidence_files (evidence_id);
create index evidence_files_blob on evidence_files (blob_sha256);
select keep_history_of('evidence_files');

create table evidence_actions (
  evidence_id integer not null references evidence,
  action_id integer not null references actions,
  primary key (evidence_id, action_id)
);
create index evidence_actions_action on evidence_actions (action_id);
select keep_history_of('evidence_actions');

-- added_by_id comes with the two-column key, so that the check can see both people.
create table evidence_reviews (
  id integer generated always as identity primary key,
  evidence_id integer not null,
  added_by_id integer not null,
  reviewer_id integer not null references people,
  reviewed_at timestamptz not null,
  verdict text not null,
  reason text not null default '',
  constraint evidence_reviews_are_of_evidence
    foreign key (evidence_id, added_by_id) references evidence (id, added_by_id),
  constraint evidence_reviews_verdict_is_one_we_know check (verdict in ('accepted', 'returned')),
  constraint evidence_reviews_returned_with_a_reason check (verdict <> 'returned' or btrim(reason) <> ''),
  constraint evidence_reviews_not_by_the_person_who_added_it check (reviewer_id <> added_by_id)
);
create index evidence_reviews_evidence on evidence_reviews (evidence_id, id);
select keep_history_of('evidence_reviews');
create trigger evidence_reviews_are_never_changed before update or delete on evidence_reviews
  for each row execute function refuse_change('evidence_reviews_are_never_changed');

create table evidence_requests (
  id integer generated always as identity primary key,
  action_id integer not null references actions,
  asked_of_id integer not null references people,
  asked_by_id integer not null references people,
  asked_at timestamptz not null,
  what text not null,
  due_on date not null,
  answered_by_evidence_id integer references evidence,
  answered_at timestamptz,
  constraint evidence_requests_say_what_is_asked check (btrim(what) <> ''),
  constraint evidence_requests_answer_has_its_moment
    check ((answered_by_evidence_id is null) = (answered_at is null))
);
create index evidence_requests_asked_of on evidence_requests (asked_of_id, due_on) where answered_at is null;
create index evidence_requests_action on evidence_requests (action_id);
select keep_history_of('evidence_requests');
