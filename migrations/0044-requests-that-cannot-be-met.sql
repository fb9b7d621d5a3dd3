-- Whoever is asked for evidence and cannot bring it says why: it leaves their work, and stays open with
-- whoever asked (decision 0031). Asked of somebody else, it is theirs to answer.
create table evidence_request_refusals (
  request_id integer not null references evidence_requests,
  refused_by_id integer not null references people,
  refused_at timestamptz not null,
  reason text not null,
  primary key (request_id, refused_by_id),
  constraint evidence_request_refusals_say_why check (btrim(reason) <> '')
);
select keep_history_of('evidence_request_refusals');
create trigger evidence_request_refusals_are_never_changed
  before update or delete on evidence_request_refusals
  for each row execute function refuse_change('evidence_request_refusals_are_never_changed');

create function refuse_only_what_is_asked_of_me() returns trigger language plpgsql as $$
begin
  if not exists (
    select from public.evidence_requests q where q.id = new.request_id and q.asked_of_id = new.refused_by_id
  ) then
    raise exception using
      errcode = '23514',
      constraint = 'evidence_request_refusals_by_the_person_asked',
      message = 'only the person who is asked can say that they cannot bring it';
  end if;
  return null;
end
$$;
create trigger evidence_request_refusals_by_the_person_asked after insert on evidence_request_refusals
  for each row execute function refuse_only_what_is_asked_of_me();

-- Whoever accepts evidence says how much it shows. What was accepted before this was asked stays as it
-- was judged, so the constraint does not look back.
alter table evidence_reviews
  add constraint evidence_reviews_accepted_say_how_much_it_shows
    check (verdict <> 'accepted' or strength is not null) not valid;
