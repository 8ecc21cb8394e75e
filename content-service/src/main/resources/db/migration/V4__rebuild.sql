-- A rebuild replays the topics into tables beside the live ones. Any replica may run it: its row says how far it is, and that it
-- is alive. The replica renews the lease while it works; every transaction of the work asks for it, so a run that was given up
-- for dead can do no more. At most one row is running.

create table rebuild (
    id           uuid        primary key,
    state        text        not null,           -- running, done, failed
    step         text        not null,           -- replaying, completing, swapping
    started_at   timestamptz not null,
    finished_at  timestamptz,
    records      bigint      not null default 0, -- read so far
    remaining    bigint,                         -- places up to the end of the topics
    refused      bigint      not null default 0, -- events that the database refuses
    reason       text,                           -- why it failed
    leased_until timestamptz not null
);
create unique index rebuild_running on rebuild ((true)) where state = 'running';
create index rebuild_latest on rebuild (started_at desc);
