-- Whether a line is a footnote or a running head depends on how tall its page is, so a quotation can
-- be looked for again only with the pages' sizes.
alter table report_sources add column page_sizes jsonb;
