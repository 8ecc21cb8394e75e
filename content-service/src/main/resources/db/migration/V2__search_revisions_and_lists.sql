-- Search, lists by other orders and filters, and a history that ends at a withdrawal. Only expands: V1's release goes on.
-- Rows from before, and rows that V1's release still writes, are recognised by indexed_revision and get their search words by
-- and by, in the background.

alter table article
    add column ingested_at      timestamptz not null default now(), -- when any revision of it was first accepted
    add column withdrawn_at     timestamptz,                        -- the latest withdrawal, also after a new post
    add column plain            text,                               -- the body's text, its first part; for snippets
    add column search           tsvector,                           -- title (A), author, categories and tags (B), body
    add column indexed_revision char(64);                           -- the revision that plain and search speak of

alter table revision
    add column visibility text;                                     -- null before V2: the payload says it

create index article_search on article using gin (search);
create index article_tags on article using gin (tags);
create index article_categories on article using gin (category_paths);
create index article_author on article (author, listed_at desc, id desc) where not withdrawn;
create index article_ingested on article (ingested_at desc, id desc) where not withdrawn;
create index article_unindexed on article (id) where not withdrawn and indexed_revision is distinct from revision;

-- Half the processor time of pglz, where the server has it.
do $$
begin
    alter table article alter column plain set compression lz4, alter column search set compression lz4;
    alter table revision alter column payload set compression lz4;
exception when feature_not_supported then
    null;
end $$;
