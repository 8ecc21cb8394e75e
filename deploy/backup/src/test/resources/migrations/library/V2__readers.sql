-- One sequence numbers the rows of two tables.
create sequence card;
create table reader (name text primary key, card bigint not null default nextval('card'));
create table guest (name text primary key, card bigint not null default nextval('card'));
