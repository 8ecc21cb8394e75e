-- Articles, every revision of them, and what is known of their pictures.
-- A fact is as new as its event: (event_time, event_id). Every write below is conditional on that, so redelivery in any
-- order ends in the same rows.

create table article (
    id             uuid primary key,
    event_time     timestamptz not null,
    event_id       text        not null,
    withdrawn      boolean     not null,
    revision       char(64),              -- null once withdrawn
    visibility     text        not null,
    title          text        not null,
    author         text,
    source         text,
    published_at   timestamptz,
    listed_at      timestamptz not null,  -- where it stands in lists: published, else ingested
    category_paths text[]      not null,  -- every prefix of every hierarchy, levels joined by U+001F
    tags           text[]      not null,
    image_refs     text[]      not null
);
create index article_listed on article (listed_at desc, id desc) where not withdrawn;

create table revision (
    article_id uuid        not null,
    revision   char(64)    not null,
    first_seen timestamptz not null,
    last_seen  timestamptz not null,
    payload    text        not null,      -- the event's data, byte for byte
    primary key (article_id, revision)
);

-- By image ref, not by article: media may speak of a picture before its article is here.
create table picture (
    ref          char(64) primary key,
    event_time   timestamptz not null,
    event_id     text        not null,
    state        text        not null,
    media_id     char(64),
    content_type text,
    size         bigint,
    width        integer,
    height       integer,
    blur_hash    text,
    origin       text,
    reason       text,
    detail       text
);
