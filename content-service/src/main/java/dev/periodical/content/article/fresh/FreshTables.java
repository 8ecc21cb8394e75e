package dev.periodical.content.article.fresh;

/**
 * The statements by which fresh tables come to be, are completed, and take the live ones' place. The live tables are those that
 * the search path finds; {@code fresh} is a schema of their own. What the tables are, columns, indexes, triggers and grants, is
 * read from the catalogue: a neighbouring release may have added to them.
 */
final class FreshTables {

    private static final String TABLES = "array['article', 'article_label', 'revision', 'picture']";

    /** The server says which tables went with their schema, and that there was none; both are as they should be. */
    static final String QUIET = "set local client_min_messages = warning";

    static final String CLEAR = "drop schema if exists fresh cascade";

    /** Without the triggers: what they tell others must be told when the tables are live. Indexes keep their names. */
    static final String MAKE = """
            do $$
            declare
                one text;
                pair record;
            begin
                create schema fresh;
                foreach one in array TABLES loop
                    execute format('create table fresh.%I (like %I including all)', one, one);
                    for pair in
                        select cast(made.indexrelid as regclass) as made, known.relname as name
                        from pg_index as made, pg_index as old join pg_class as known on known.oid = old.indexrelid
                        where made.indrelid = cast('fresh.' || one as regclass) and old.indrelid = cast(one as regclass)
                          and made.indisunique = old.indisunique
                          and substr(pg_get_indexdef(made.indexrelid), strpos(pg_get_indexdef(made.indexrelid), ' USING '))
                            = substr(pg_get_indexdef(old.indexrelid), strpos(pg_get_indexdef(old.indexrelid), ' USING '))
                          and known.relname <> (select relname from pg_class where oid = made.indexrelid)
                    loop
                        execute format('alter index %s rename to %I', pair.made, pair.name);
                    end loop;
                end loop;
            end $$
            """.replace("TABLES", TABLES);

    /** The triggers that write labels, each into the schema of its table. */
    static final String LABEL = triggers("left(tgname, 7) = 'labels_'");

    static final String INTO_FRESH = "set local search_path = fresh";

    /**
     * What compaction has taken out of the topics and only the live tables still know: earlier revisions, when one was first seen,
     * and a withdrawal before the latest post. What the topics say goes first.
     */
    static final String REVISIONS = """
            insert into fresh.revision as known
            select live.* from revision as live
            where exists (select 1 from fresh.article where article.id = live.article_id)
            on conflict (article_id, revision) do update set first_seen = excluded.first_seen
            where excluded.first_seen < known.first_seen
            """;

    static final String WITHDRAWALS = """
            update fresh.article as known set withdrawn_at = live.withdrawn_at
            from article as live
            where live.id = known.id and live.withdrawn_at <= known.event_time
              and (known.withdrawn_at is null or known.withdrawn_at < live.withdrawn_at)
            """;

    static final String FIRST_SEEN = """
            update fresh.article as known set ingested_at = seen.first,
                listed_at = case when known.published_at is null and not known.withdrawn then seen.first
                                 else known.listed_at end
            from (select article_id, min(first_seen) as first from fresh.revision group by article_id) as seen
            where seen.article_id = known.id
              and (known.ingested_at <> seen.first
                   or known.published_at is null and not known.withdrawn and known.listed_at <> seen.first)
            """;

    /**
     * Columns that no replay writes, a change's number say, stay as they are where the row says what it said. The second part, only
     * under the lock, gives each other row new ones by their defaults: to whoever follows changes it is one.
     */
    static final String CARRY_OVER = carryOver("""
                    execute format('update fresh.%I as known set (%s) = row(%s) from %I as live where known.%I = live.%I and '
                                   || same || ' and row(%s) is distinct from row(%s)',
                                   one.name, others, of_live, one.name, one.key, one.key, of_known, of_live);
            """);

    static final String COUNT_ANEW = carryOver("""
                    execute format('update fresh.%I as known set %s where not exists'
                                   || ' (select 1 from %I as live where known.%I = live.%I and ' || same || ')',
                                   one.name, anew, one.name, one.key, one.key);
            """);

    /** Fails where the topics have lost most of what the archive has: a rebuild mends rows, it doesn't forget them. */
    static final String ENOUGH = """
            do $$
            declare
                live bigint = (select count(*) from article where not withdrawn);
                known bigint = (select count(*) from fresh.article where not withdrawn);
            begin
                if known * 2 < live then
                    raise exception 'the topics have % of % articles only', known, live using errcode = 'PR001';
                end if;
            end $$
            """;

    static final String ANALYZE = "analyze fresh.article, fresh.article_label, fresh.revision, fresh.picture";

    /** In the order in which intake writes, so that the two never wait for each other in a circle. Readers go on. */
    static final String STOP_WRITERS = "lock table revision, article, picture in share row exclusive mode";

    static final String TRIGGERS = triggers("left(tgname, 7) <> 'labels_'");

    static final String GRANTS = """
            do $$
            declare
                one text;
                found record;
            begin
                foreach one in array TABLES loop
                    for found in select acl.privilege_type, acl.grantee, acl.is_grantable
                                 from pg_class, aclexplode(relacl) as acl
                                 where pg_class.oid = cast(one as regclass) and acl.grantee <> relowner loop
                        execute format('grant %s on fresh.%I to %s%s', found.privilege_type, one,
                            case when found.grantee = 0 then 'public'
                                 else cast(cast(found.grantee as regrole) as text) end,
                            case when found.is_grantable then ' with grant option' else '' end);
                    end loop;
                end loop;
            end $$
            """.replace("TABLES", TABLES);

    /**
     * Waits for the readers of the moment no longer than half a second at a time, so that those behind never wait long, and a
     * circle of waiting is broken here and not there.
     */
    static final String TAKE_PLACE = """
            do $$
            declare
                live text = (select cast(cast(relnamespace as regnamespace) as text) from pg_class
                             where oid = cast('article' as regclass));
                one text;
            begin
                loop
                    begin
                        set local lock_timeout = '500ms';
                        lock table revision, article, article_label, picture in access exclusive mode;
                        exit;
                    exception when lock_not_available then
                        perform pg_sleep(0.1);
                    end;
                end loop;
                foreach one in array TABLES loop
                    execute format('drop table %s.%I', live, one);
                    execute format('alter table fresh.%I set schema %s', one, live);
                end loop;
                drop schema fresh;
            end $$
            """.replace("TABLES", TABLES);

    private FreshTables() {}

    private static String triggers(String some) {
        return """
            do $$
            declare
                one text;
                found record;
            begin
                foreach one in array TABLES loop
                    for found in select pg_get_triggerdef(oid) as made from pg_trigger
                                 where tgrelid = cast(one as regclass) and not tgisinternal and SOME loop
                        execute overlay(found.made placing format(' ON fresh.%I ', one)
                            from strpos(found.made, ' ON ')
                            for length(substring(found.made from ' ON [^ ]+ ')));
                    end loop;
                end loop;
            end $$
            """.replace("TABLES", TABLES).replace("SOME", some);
    }

    private static String carryOver(String step) {
        return """
            do $$
            declare
                one record;
                others text;
                of_live text;
                of_known text;
                anew text;
                same text;
            begin
                for one in select * from (values
                    ('article', 'id',
                     array['event_time', 'event_id', 'withdrawn', 'revision', 'visibility', 'title', 'author', 'source',
                           'published_at', 'listed_at', 'category_paths', 'tags', 'image_refs', 'ingested_at', 'withdrawn_at'],
                     array['id', 'indexed_revision', 'plain', 'heading', 'search']),
                    ('picture', 'ref',
                     array['event_time', 'event_id', 'state', 'media_id', 'content_type', 'size', 'width', 'height',
                           'blur_hash', 'origin', 'reason', 'detail'],
                     array['ref'])) as tables (name, key, facts, derived)
                loop
                    select string_agg(format('%I', attname), ', '), string_agg(format('live.%I', attname), ', '),
                           string_agg(format('known.%I', attname), ', '), string_agg(format('%I = default', attname), ', ')
                    into others, of_live, of_known, anew
                    from pg_attribute
                    where attrelid = cast('fresh.' || one.name as regclass) and attnum > 0 and not attisdropped
                      and attgenerated = '' and attidentity = '' and attname <> all (one.facts || one.derived);
                    continue when others is null;
                    select string_agg(format('known.%I is not distinct from live.%I', fact, fact), ' and ')
                    into same from unnest(one.facts) as fact;
            """ + step + """
                end loop;
            end $$
            """;
    }
}
