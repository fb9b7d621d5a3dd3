-- Reports print curled quotes and long dashes, which full-text search takes as part of a word. Each is
-- one plain sign instead, so that a place in the text stays the same place.
create function in_plain_type(said text) returns text language sql immutable parallel safe as $$
  select translate(said, '‘’“”–—…', '''''""-- ')
$$;

-- The stems of a text, as recommendations are compared by them.
create function stems_of(said text) returns text[] language sql immutable parallel safe as $$
  select tsvector_to_array(to_tsvector('pg_catalog.english', public.in_plain_type(said)))
$$;
