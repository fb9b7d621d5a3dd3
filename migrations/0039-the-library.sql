-- What the library is searched and paged by.
create index evidence_words on evidence
  using gin (to_tsvector('public.plan_words'::regconfig, title || ' ' || shows));
create index evidence_file_words on evidence_file_texts using gin (words);
create index evidence_newest on evidence (added_at desc, id desc);
create index evidence_reviews_latest on evidence_reviews (evidence_id, id desc);
