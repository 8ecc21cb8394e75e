-- Lists by category, tag and author: one row for each of an article's labels, in the order in which lists are read, so that a page
-- costs what it shows, and not what is walked past for it. Only expands: V7's release goes on, and what it writes is labelled too,
-- for the table of articles does it itself. What is withdrawn has no labels.
--
-- A label says its kind first: c and a category's path, t and a tag, a and an author. Cut off to fit in an index: whoever lists by
-- labels asks the article too.

create table article_label (
    label       text        not null collate "C",
    listed_at   timestamptz not null,
    ingested_at timestamptz not null,
    article_id  uuid        not null
);

create function article_labels(category_paths text[], tags text[], author text) returns setof text
    language sql immutable parallel safe rows 8 as $$
    select distinct left(label, 500) from (
        select 'c' || path from unnest(category_paths) as path
        union all select 't' || tag from unnest(tags) as tag
        union all select 'a' || author where author is not null) as said (label)
    where label is not null
$$;

-- In the schema of its table, which during a rebuild is not the live one.
create function article_comes() returns trigger language plpgsql set search_path from current as $$
begin
    execute format('insert into %I.article_label (label, listed_at, ingested_at, article_id)'
        ' select label, listed_at, ingested_at, id from come, article_labels(category_paths, tags, author) as label'
        ' where not withdrawn on conflict do nothing', tg_table_schema);
    return null;
end $$;

create function article_changes() returns trigger language plpgsql set search_path from current as $$
begin
    execute format('delete from %I.article_label where label = any($1) and listed_at = $2 and article_id = $3', tg_table_schema)
    using array(select article_labels(old.category_paths, old.tags, old.author)), old.listed_at, old.id;
    if tg_op = 'UPDATE' and not new.withdrawn then
        execute format('insert into %I.article_label (label, listed_at, ingested_at, article_id)'
            ' select label, $2, $3, $4 from unnest($1) as label on conflict do nothing', tg_table_schema)
        using array(select article_labels(new.category_paths, new.tags, new.author)), new.listed_at, new.ingested_at, new.id;
    end if;
    return null;
end $$;

-- A release that knows no labels would rebuild the archive and leave them behind: it is stopped while all is as it was.
create function article_has_labels() returns trigger language plpgsql as $$
begin
    if to_regclass(format('%I.article_label', tg_table_schema)) is null then
        raise exception 'the labels of %.article are missing: an older release must not rebuild', tg_table_schema;
    end if;
    return null;
end $$;

create function article_ends() returns trigger language plpgsql as $$
begin
    execute format('delete from %I.article_label', tg_table_schema);
    return null;
end $$;

create trigger labels_come after insert on article referencing new table as come
    for each statement execute function article_comes();
create trigger labels_change after update on article for each row
    when ((old.id, old.category_paths, old.tags, old.author, old.listed_at, old.ingested_at, old.withdrawn)
        is distinct from (new.id, new.category_paths, new.tags, new.author, new.listed_at, new.ingested_at, new.withdrawn))
    execute function article_changes();
create trigger labels_go after delete on article for each row execute function article_changes();
create trigger labels_end after truncate on article for each statement execute function article_ends();
create trigger labels_here after update on article for each statement execute function article_has_labels();

-- Intake waits meanwhile, about a minute for a million articles; readers don't.
insert into article_label (label, listed_at, ingested_at, article_id)
select label, listed_at, ingested_at, id from article, article_labels(category_paths, tags, author) as label where not withdrawn;
alter table article_label add primary key (label, listed_at, article_id);
create index article_label_ingested on article_label (label, ingested_at, article_id);
