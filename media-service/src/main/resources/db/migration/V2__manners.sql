-- Hosts that rest, and why; pictures that share an origin; pictures that are asked for again.

alter table picture add column home text;              -- the host of its ladder's first rung
alter table picture add column source char(64);        -- SHA-256 of its unwrapped origin: who shares it is fetched once
alter table picture add column tried_at timestamptz;   -- when this ladder was first climbed in vain
alter table picture add column kept_state text;        -- asked for again: what it is again if nothing better comes
alter table picture add column kept_origin text;
alter table picture add column kept_reason text;

create index picture_twins on picture (source, state, planned_at, ref) where source is not null;
create index picture_by_host on picture (host, planned_at desc, ref desc);
create index picture_by_reason on picture (reason, planned_at desc, ref desc) where reason is not null;
create index picture_lost on picture (host) where state in ('failed', 'refused');

alter table host add column failures integer not null default 0;  -- pictures in a row that it gave no answer for
alter table host add column failing_since timestamptz;            -- when that began
alter table host add column slow boolean not null default false;  -- it took long to answer the last time
alter table host add column reason text;                          -- the last failure, also one of a single picture
alter table host add column detail text;
alter table host add column failed_at timestamptz;

-- Quick and slow hosts are claimed apart, so that many slow ones leave room for the others.
create index host_ready_by_pace on host (slow, ready_at);
