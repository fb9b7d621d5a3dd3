-- Reports print curly quotes, which Postgres takes for part of a word: ‘unallocated’ was not found by unallocated.
drop index findings_by_their_words;
create index findings_by_their_words on findings using gin (to_tsvector('english', in_plain_type(text)));
