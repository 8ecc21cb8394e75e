-- What changed, in an order that can be read on from any place; and who is told of it. Only expands: V2's release goes on, and
-- what it writes is numbered too, for the tables themselves do it.
--
-- Each article and picture has the number of its latest change. Numbers are drawn while a transaction runs and seen when it
-- ends, which may be in another order. So whoever draws numbers first shows, as a shared advisory lock, the last number that
-- was given before: 2^62 + number, held until the transaction has ended. Everything up to the least of these is settled.
-- Rows from before have no number: they are told of when they change.

create sequence change_number;

alter table article add column change bigint;
alter table article alter column change set default nextval('change_number');
create index article_change on article (change) where change is not null;

alter table picture add column change bigint;
alter table picture alter column change set default nextval('change_number');
create index picture_change on picture (change) where change is not null;

create function change_begins() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock_shared(
        4611686018427387904 + last_value - case when is_called then 0 else 1 end) from change_number;
    return null;
end $$;

create function change_counts() returns trigger language plpgsql as $$
begin
    new.change := nextval('change_number');
    return new;
end $$;

create trigger change_begins before insert or update on article
    for each statement execute function change_begins();
create trigger change_begins before insert or update on picture
    for each statement execute function change_begins();

-- A fact that says what was known already is no change.
create trigger change_counts before update on article for each row
    when (old.revision is distinct from new.revision or old.withdrawn <> new.withdrawn)
    execute function change_counts();
create trigger change_counts before update on picture for each row
    when ((old.state, old.media_id, old.reason) is distinct from (new.state, new.media_id, new.reason))
    execute function change_counts();

create table webhook (
    id           uuid        primary key,
    owner        text        not null,              -- the name of the token that made it
    url          text        not null,
    secret       text        not null,              -- signs; shown once, when it is made
    filter       text        not null,              -- JSON, as the door took it
    created_at   timestamptz not null,
    position     bigint      not null,              -- the last change that became deliveries, or needed none
    read_at      timestamptz not null default '-infinity', -- when it was looked for changes last: each has its turn
    disabled_at  timestamptz,                       -- null while it is told
    reason       text,                              -- why it is disabled
    failures     integer     not null default 0,    -- attempts in a row that came to nothing
    ready_at     timestamptz not null,              -- it rests until then
    lease_owner  text,
    leased_until timestamptz not null default '-infinity'
);
create index webhook_owner on webhook (owner, created_at, id);

create table delivery (
    id           uuid        primary key,           -- webhook-id: the same at every attempt
    webhook_id   uuid        not null references webhook on delete cascade,
    change       bigint,                            -- null for a ping
    type         text        not null,
    subject      text        not null,
    event_time   timestamptz not null,
    data         text        not null,              -- the body, byte for byte
    state        text        not null,              -- waiting, delivered, failed
    attempts     integer     not null default 0,
    created_at   timestamptz not null,
    due_at       timestamptz not null,
    give_up_at   timestamptz not null,
    attempted_at timestamptz,
    status       integer,                           -- of the latest answer
    reason       text,                              -- why the latest attempt came to nothing
    detail       text,
    unique (webhook_id, change)
);
create index delivery_due on delivery (webhook_id, due_at) where state = 'waiting';
create index delivery_listed on delivery (webhook_id, created_at desc, id desc);
create index delivery_old on delivery (created_at) where state <> 'waiting';
