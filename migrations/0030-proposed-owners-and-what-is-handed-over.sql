-- Somebody whom an old plan names as an owner and who is not here. A manager proposes to invite them, an
-- administrator invites or declines (decision 0021); what they own is held for them meanwhile.
create table invitation_proposals (
  id integer generated always as identity primary key,
  bring_in_id integer not null references bring_ins,
  name text not null,
  email text not null,
  proposed_by_id integer not null references people,
  proposed_at timestamptz not null,
  answer text,
  -- whom the invitation made
  person_id integer references people,
  reason text not null default '',
  answered_by_id integer references people,
  answered_at timestamptz,
  constraint invitation_proposals_have_a_name check (btrim(name) <> ''),
  constraint invitation_proposals_email_is_in_small_letters
    check (email = lower(btrim(email)) and email like '%_@_%'),
  constraint invitation_proposals_name_somebody_once unique (bring_in_id, email),
  constraint invitation_proposals_answer_is_one_we_know
    check (answer in ('invited', 'declined', 'withdrawn')),
  constraint invitation_proposals_are_answered_by_somebody_at_a_moment
    check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by_id is null)),
  constraint invitation_proposals_that_invite_make_a_person
    check ((answer is not distinct from 'invited') = (person_id is not null)),
  constraint invitation_proposals_are_declined_with_a_reason
    check (answer <> 'declined' or btrim(reason) <> '')
);
create index invitation_proposals_open on invitation_proposals (email) where answer is null;
select keep_history_of('invitation_proposals');

-- For whom an action that was brought in is held, until they are invited or somebody else owns it.
alter table action_sources add column held_for_id integer references invitation_proposals;
create index action_sources_held_for on action_sources (held_for_id) where held_for_id is not null;
select keep_history_of_new_columns('action_sources');

-- Who answers for a measure: that its figures come in time and are right.
alter table measures add column owner_id integer references people;
create index measures_owner on measures (owner_id);
select keep_history_of_new_columns('measures');

-- Who is to judge the evidence that answers a request; empty where it is whoever asked.
alter table evidence_requests add column reviewer_id integer references people;
create index evidence_requests_reviewer on evidence_requests (coalesce(reviewer_id, asked_by_id));
select keep_history_of_new_columns('evidence_requests');
