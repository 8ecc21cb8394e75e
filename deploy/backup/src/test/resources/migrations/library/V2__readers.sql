-- One sequence numbers the rows of two tables.
create sequence card;
create table reader (name text primary key, card bigint not null default nextval('card'));
create table guest (name text primary key, card bigint not null default nextval('card'));

-- A trigger writes rows of another table.
create table welcome (reader text primary key);
create function welcomes() returns trigger language plpgsql as $$
begin
    insert into welcome values (new.name);
    return null;
end $$;
create trigger welcomes after insert on reader for each row execute function welcomes();
