package dev.periodical.bench.content;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What content has written, and more of it. */
final class ContentTables implements AutoCloseable {

    private static final int STEP = 100_000;

    private static final String INDEXES = """
            select %s from pg_index where indrelid in ('article'::regclass, 'revision'::regclass) and not indisprimary""";

    private final Connection connection;
    private final Statement sql;

    ContentTables(String address) throws SQLException {
        connection = DriverManager.getConnection(address, "postgres", "postgres");
        sql = connection.createStatement();
    }

    long articles() throws SQLException {
        return number("select count(*) from article");
    }

    /** The process that PostgreSQL's others are children of. */
    long postmaster() throws SQLException {
        return number("select cast(split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as bigint)");
    }

    /** Bytes of write-ahead log so far. */
    long logged() throws SQLException {
        return number("select cast(pg_current_wal_insert_lsn() - '0/0'::pg_lsn as bigint)");
    }

    /** One line for each table with its indexes and texts. */
    List<String> sizes() throws SQLException {
        return texts("""
                select rpad(relname, 24) || lpad(pg_size_pretty(pg_relation_size(oid)), 10)
                    || coalesce(' + texts ' || pg_size_pretty(pg_total_relation_size(nullif(reltoastrelid, 0))), '')
                from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'i')
                order by pg_total_relation_size(oid) desc limit 12""");
    }

    List<String> ids(int most) throws SQLException {
        return texts("select cast(id as text) from article where not withdrawn and visibility = 'public' order by "
                + "md5(cast(id as text)) limit " + most);
    }

    /**
     * Multiplies the articles that are there up to so many: each copy has an id, a date, a source and pictures of its own, its
     * revision and its search words; of each two pictures one is kept. Indexes are made anew at the end, which is faster.
     */
    void multiply(long articles) throws SQLException {
        long there = articles();
        sql.execute("set maintenance_work_mem = '1GB'");
        sql.execute(
                "create temp table template as select id, row_number() over (order by id) - 1 as place from article");
        sql.execute("create temp table made (id uuid, template uuid, number bigint, time timestamptz)");
        List<String> definitions =
                there * 2 < articles ? texts(INDEXES.formatted("pg_get_indexdef(indexrelid)")) : List.of();
        if (!definitions.isEmpty()) {
            for (String name : texts(INDEXES.formatted("cast(cast(indexrelid as regclass) as text)"))) {
                sql.execute("drop index " + name);
            }
        }
        for (long from = there; from < articles; from += STEP) {
            step(from, Math.min(articles, from + STEP), there);
        }
        keepPictures("article");
        for (String definition : definitions) {
            sql.execute(definition);
        }
        sql.execute("drop table template, made");
        sql.execute("vacuum analyze");
    }

    private void step(long from, long until, long there) throws SQLException {
        sql.execute("truncate made");
        sql.execute("""
                insert into made
                select cast(md5('made ' || n) as uuid), template.id, n,
                    timestamptz '2012-01-01 00:00Z' + interval '1 minute' * abs(hashint8(n) %% 6307200)
                from generate_series(cast(%d as bigint), %d) as n join template on template.place = n %% %d
                """.formatted(from, until - 1, there));
        copy(
                "article",
                "id",
                Map.of(
                        "id", "made.id",
                        "source", "'https://news.example/' || made.number",
                        "published_at", "case when old.published_at is null then null else made.time end",
                        "listed_at", "made.time",
                        "ingested_at", "old.ingested_at + made.number * interval '1 millisecond'",
                        "image_refs",
                                "array(select md5(ref || made.number) || md5(made.number || ref) from unnest(old.image_refs) as ref)"));
        copy(
                "revision",
                "article_id",
                Map.of(
                        "article_id", "made.id",
                        "payload", "replace(old.payload, cast(made.template as text), cast(made.id as text))"));
    }

    /** Rows of this table for the articles that are being made, with these columns changed. */
    private void copy(String table, String key, Map<String, String> changed) throws SQLException {
        List<String> columns = texts("select attname from pg_attribute where attrelid = '" + table
                + "'::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''");
        sql.execute("insert into " + table + " (" + String.join(", ", columns) + ") select "
                + columns.stream()
                        .map(column -> changed.getOrDefault(column, "old." + column))
                        .collect(Collectors.joining(", "))
                + " from made join " + table + " as old on old." + key + " = made.template");
    }

    private void keepPictures(String table) throws SQLException {
        sql.execute("""
                insert into picture (ref, event_time, event_id, state, media_id, content_type, size, width, height, origin)
                select ref, now(), 'bench', 'stored', ref, 'image/png', 100000, 640, 480, 'http://static.pictures.example/'
                from (select distinct unnest(image_refs) as ref from %s) as shown
                where ref < '8' on conflict do nothing""".formatted(table));
    }

    /**
     * Rows a second that PostgreSQL writes from one of its own tables into others of the same kind, with all indexes: what their
     * words cost whoever writes them.
     */
    double rewritten(int rows) throws SQLException {
        for (String table : List.of("article", "revision")) {
            sql.execute("create table copy_of_" + table + " (like " + table + " including all)");
        }
        sql.execute("set work_mem = '64MB'");
        sql.execute(
                "create temp table chosen as select id, row_number() over () as place from (select id from article limit "
                        + rows + ") as part");
        long begin = System.nanoTime();
        for (int from = 0; from < rows; from += RawTable.STATEMENT) {
            String some = " in (select id from chosen where place > " + from + " and place <= "
                    + (from + RawTable.STATEMENT) + ")";
            sql.execute("insert into copy_of_article select * from article where id" + some);
            sql.execute("insert into copy_of_revision select * from revision where article_id" + some);
        }
        double rate = rows / ((System.nanoTime() - begin) / 1e9);
        sql.execute("drop table copy_of_article, copy_of_revision, chosen");
        return rate;
    }

    long number(String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
