-- A move of a date is a late one too where the visit or the board meeting just after it was entered, moved or
-- held only afterwards (app/db/late-moves.server.ts). late_move stays what was known when it was asked for.
alter table due_date_changes add column late_since text[] not null default '{}';
select keep_history_of_new_columns('due_date_changes');

-- Recommendations are found by their own words as well, whether or not an action answers them.
create index recommendations_by_word on recommendations using gin (to_tsvector('public.plan_words', text));

-- The words of few actions fill more than one part: what is looked for may then stand in several of them.
create index action_words_in_parts on action_words (reach, action_id) where part > 0;
create index past_words_in_parts on past_words (on_day, reach, action_id) where part > 0;

-- Whether some texts together say what is looked for, where they were too long to be kept as one. What
-- websearch_to_tsquery makes is ways to be found, each of words and phrases that must or must not be there:
-- those stand in any of the parts, or in none.
create function says_in_parts(parts tsvector[], asked tsquery) returns boolean language sql immutable as $$
  select case
    -- brackets around more than a phrase it never makes; should it one day, one part must say it all
    when asked::text ~ '\([^)]*[&|]' then exists (select from unnest(parts) as part where part @@ asked)
    else exists (
      select from regexp_split_to_table(asked::text, ' \| ') as way
       where not exists (
         select from regexp_split_to_table(way, ' & ') as word
          where word like '!%'
              = exists (select from unnest(parts) as part where part @@ ltrim(word, '!')::tsquery)))
  end
$$;
