-- Media ids that no article uses: marked, and after the grace period condemned, then gone.
create table garbage (
    media_id  char(64)    primary key,
    marked_at timestamptz not null,
    condemned boolean     not null default false -- its pictures' rows are gone, its bytes follow
);
create index garbage_condemned on garbage (media_id) where condemned;

-- Who uses a media id: its pictures, and the articles that show them.
create index picture_by_media on picture (media_id) where media_id is not null;
create index article_use_by_ref on article_use using gin (refs);
