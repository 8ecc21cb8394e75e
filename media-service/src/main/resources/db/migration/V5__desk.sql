-- The operators' page counts what was settled by the hour, and what is lost by host and reason.
create index picture_settled on picture (settled_at) where settled_at is not null;
create index picture_lost_why on picture (host, reason) where state in ('failed', 'refused');
