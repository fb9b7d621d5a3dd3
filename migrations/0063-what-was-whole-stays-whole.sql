-- Evidence that two people deleted said on past days that its words were missing, as if nobody had ever
-- finished it, and was counted among what is unfinished there. Where there were words, that there were some
-- stays. What was deleted before this migration keeps none: what it had, nobody can know any more.
create or replace function forget_evidence(forgotten integer) returns void language plpgsql as $$
declare
  no_words constant text := 'What it showed was deleted with it.';
begin
  if not exists (
    select from public.evidence_deletions d where d.evidence_id = forgotten and d.decision = 'confirmed'
  ) then
    raise exception using
      errcode = '23514',
      constraint = 'evidence_deletions_take_two_people',
      message = 'evidence is forgotten only once two people agreed';
  end if;
  update public.evidence_files set name = 'Deleted file' where evidence_id = forgotten;
  update history.evidence_files set name = 'Deleted file' where evidence_id = forgotten;
  delete from public.evidence_actions where evidence_id = forgotten;
  delete from public.evidence_recommendations where evidence_id = forgotten;
  update public.evidence
     set title = 'Deleted evidence', link_url = null,
         shows = case when btrim(shows) = '' then '' else no_words end
   where id = forgotten;
  update history.evidence
     set title = 'Deleted evidence', link_url = null,
         shows = case when btrim(shows) = '' then '' else no_words end
   where id = forgotten;
  update public.events
     set before = before - array['title', 'shows', 'linkUrl', 'fileName', 'files', 'notAnIdentifier'],
         after = after - array['title', 'shows', 'linkUrl', 'fileName', 'files', 'notAnIdentifier']
   where subject_kind = 'evidence' and subject_id = forgotten;
end
$$;
