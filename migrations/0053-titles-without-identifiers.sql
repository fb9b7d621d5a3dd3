-- A title that was made of a file's name loses what looks like an identifier as the name does, on past days
-- too (decision 0032). Evidence that was judged stays as it was judged: only signs of its title become dots.
create function only_became_dots(was text, became text) returns boolean language sql immutable as $$
  select length(was) = length(became) and not exists (
    select from generate_series(1, length(was)) at
     where substr(became, at, 1) not in (substr(was, at, 1), '•'))
$$;

drop trigger evidence_stays_as_it_was_judged on evidence;
create trigger evidence_stays_as_it_was_judged after update on evidence for each row
  when ((old.kind, old.period_from, old.period_to, old.shows, old.link_url)
        is distinct from (new.kind, new.period_from, new.period_to, new.shows, new.link_url)
        or not only_became_dots(old.title, new.title))
  execute function keep_what_was_accepted();

-- No version is counted up: what it says is what was said of it before. What past days are found by is laid
-- down again, because the title led to the actions by its number.
create function mend_evidence_title(mended integer, was text, without text) returns void language plpgsql as $$
begin
  update public.evidence set title = without where id = mended and title = was;
  update history.evidence set title = without where id = mended and title = was;
  perform pg_advisory_xact_lock(hashtext('past_words'));
  delete from public.past_word_days;
end
$$;
