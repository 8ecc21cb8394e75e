-- The frontier: what to fetch, when, per host; and what became of it.

create table picture (
    ref          char(64)    primary key,
    url          text        not null,
    alternatives text[]      not null,
    page         text,                     -- the article's own address, for Referer
    traceparent  text,
    state        text        not null,     -- waiting, stored, suspect, failed, refused
    host         text        not null,     -- whose turn it is: the host of the rung that comes next
    rung         integer     not null,     -- on the ladder, from 0
    round        integer     not null,     -- how often the whole ladder was climbed in vain
    may_heal     boolean     not null default false, -- something in this round may go well later
    due_at       timestamptz not null,
    planned_at   timestamptz not null,
    settled_at   timestamptz,
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
create index picture_due on picture (host, due_at) where state = 'waiting';
create index picture_listed on picture (planned_at desc, ref desc);
create index picture_by_state on picture (state, planned_at desc, ref desc);

-- A host is worked on by one worker at a time, which holds its lease and renews it; a dead worker's lease runs out.
create table host (
    name         text        primary key,
    due_at       timestamptz not null,     -- its earliest waiting picture; infinity when none waits
    leased_until timestamptz not null default '-infinity',
    lease_owner  text,
    rested_until timestamptz not null default '-infinity',
    ready_at     timestamptz generated always as (greatest(due_at, leased_until, rested_until)) stored
);
create index host_ready on host (ready_at);

-- Everything that was tried.
create table attempt (
    id      bigint generated always as identity primary key,
    ref     char(64)    not null,
    at      timestamptz not null,
    url     text        not null,
    referer text,
    address text,
    status  integer,
    reason  text,                          -- null for the one that succeeded
    detail  text,
    bytes   bigint      not null,
    millis  integer     not null
);
create index attempt_by_ref on attempt (ref, id);

-- Which pictures an article shows, as of its newest event.
create table article_use (
    article_id uuid        primary key,
    event_time timestamptz not null,
    event_id   text        not null,
    refs       text[]      not null
);
