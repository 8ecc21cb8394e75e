-- What intake writes, written with less work; only how it is stored changes, not what.

-- Where the server has lz4, V2 has chosen it. Compressing by pglz costs more than writing, and saves a third.
do $$
begin
    if not exists (select from pg_attribute
                   where attrelid = 'revision'::regclass and attname = 'payload' and attcompression = 'l') then
        alter table article alter column plain set storage external, alter column search set storage external;
        alter table revision alter column payload set storage external;
    end if;
end $$;

-- Words of new articles are merged into the index by some hundreds of articles at once, not by some dozens: half the time and
-- half the log. A search reads what is still pending, some milliseconds' worth at most.
alter index article_search set (gin_pending_list_limit = 16384);

-- Articles by the pictures in a rare state, which a walk by time would look for in the whole archive; and those without any.
create index article_images on article using gin (image_refs);
create index picture_state on picture (state);
create index article_without_images on article (listed_at desc, id desc)
    where not withdrawn and cardinality(image_refs) = 0;
