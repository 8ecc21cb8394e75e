-- The operators' page counts what was withdrawn, in all and by the hour.
create index article_withdrawn on article (withdrawn_at) where withdrawn;
