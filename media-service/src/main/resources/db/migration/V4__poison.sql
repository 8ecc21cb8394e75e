-- Pictures that are not what they are served as.

-- Known notices: what a host shows instead of a picture.
create table notice (
    name     text        primary key,
    sha256   char(64),
    dhash    bigint,                        -- of the look of it; null for the bytes alone
    added_at timestamptz not null default now(),
    check (sha256 is not null or dhash is not null)
);

-- Which addresses of a host answered with the same bytes.
create table sighting (
    media_id char(64) not null,
    host     text     not null,
    address  char(64) not null,             -- SHA-256 of the URL without its query
    primary key (media_id, host, address)
);
