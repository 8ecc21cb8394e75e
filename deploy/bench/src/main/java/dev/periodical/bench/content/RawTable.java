package dev.periodical.bench.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.periodical.events.Article;
import dev.periodical.events.kafka.EventJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.postgresql.PGConnection;

/**
 * One table of articles with their whole text, no search index and no revisions: what PostgreSQL takes of the same rows from a
 * client that has nothing else to do. The text is stored in the way that content stores it.
 */
final class RawTable {

    static final int STATEMENT = 500;
    private static final int COLUMNS = 13;

    private final String address;
    private final List<Object[]> rows;

    /** @param rows how many are written each time */
    RawTable(String address, Letters letters, long first, int rows) throws SQLException {
        this.address = address;
        this.rows = LongStream.range(first, first + rows)
                .mapToObj(number -> row(letters.article(number)))
                .toList();
        try (Connection connection = connection();
                Statement sql = connection.createStatement()) {
            sql.execute("drop table if exists raw_article");
            sql.execute("create table raw_article (like revision including storage including compression)");
            sql.execute(
                    "alter table raw_article drop column article_id, drop column first_seen, drop column last_seen");
            sql.execute("""
                    alter table raw_article add id uuid primary key, add event_time timestamptz, add title text,
                        add author text, add source text, add published_at timestamptz, add listed_at timestamptz,
                        add category_paths text[], add tags text[], add image_refs text[]""");
        }
    }

    private static Object[] row(Article article) {
        try {
            String published = article.published() == null
                    ? null
                    : article.published().instant().toString();
            return new Object[] {
                article.id(),
                "2024-01-01T00:00:00Z",
                article.revision(),
                article.visibility().name(),
                article.title(),
                article.author(),
                article.source(),
                published,
                published == null ? "2024-01-01T00:00:00Z" : published,
                array(article.categories().get(0)),
                array(article.tags()),
                array(article.images().stream().map(image -> image.ref()).toList()),
                EventJson.MAPPER.writeValueAsString(article)
            };
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String array(List<String> texts) {
        return texts.stream().map(text -> '"' + text + '"').collect(Collectors.joining(",", "{", "}"));
    }

    private static final String NAMES = "(id, event_time, revision, visibility, title, author, source, published_at,"
            + " listed_at, category_paths, tags, image_refs, payload)";

    /** Rows a second, {@value #STATEMENT} a statement and transaction. */
    double upserted(int connections) throws Exception {
        String one = "(?::uuid, ?::timestamptz, ?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?::text[], ?::text[],"
                + " ?::text[], ?)";
        String statement = "insert into raw_article " + NAMES + " values "
                + String.join(",", Collections.nCopies(STATEMENT, one))
                + " on conflict (id) do update set event_time = excluded.event_time, revision = excluded.revision,"
                + " title = excluded.title, payload = excluded.payload"
                + " where raw_article.event_time < excluded.event_time";
        return rate(connections, (connection, part) -> {
            try (PreparedStatement insert = connection.prepareStatement(statement)) {
                int at = 1;
                for (Object[] row : part) {
                    for (Object value : row) {
                        insert.setObject(at++, value);
                    }
                }
                insert.executeUpdate();
            }
        });
    }

    /** Rows a second by COPY, as many a statement. */
    double copied(int connections) throws Exception {
        return rate(connections, (connection, part) -> {
            String text = part.stream()
                    .map(row -> IntStream.range(0, COLUMNS)
                            .mapToObj(i -> row[i] == null ? "\\N" : escaped(row[i].toString()))
                            .collect(Collectors.joining("\t", "", "\n")))
                    .collect(Collectors.joining());
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy raw_article " + NAMES + " from stdin",
                            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        });
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\t", "\\t")
                .replace("\r", "\\r");
    }

    /** How a connection writes so many rows. */
    private interface Write {
        void write(Connection connection, List<Object[]> part) throws SQLException, IOException;
    }

    private double rate(int connections, Write write) throws Exception {
        try (Connection connection = connection();
                Statement sql = connection.createStatement()) {
            sql.execute("truncate raw_article");
        }
        List<List<Object[]>> parts = IntStream.range(0, rows.size() / STATEMENT)
                .mapToObj(i -> rows.subList(i * STATEMENT, (i + 1) * STATEMENT))
                .toList();
        ExecutorService pool = Executors.newFixedThreadPool(connections);
        try {
            long begin = System.nanoTime();
            List<Future<Object>> done = pool.invokeAll(IntStream.range(0, connections)
                    .mapToObj(number -> (Callable<Object>) () -> {
                        try (Connection connection = connection()) {
                            for (int i = number; i < parts.size(); i += connections) {
                                write.write(connection, parts.get(i));
                            }
                        }
                        return null;
                    })
                    .toList());
            for (Future<Object> each : done) {
                each.get();
            }
            return parts.size() * STATEMENT / ((System.nanoTime() - begin) / 1e9);
        } finally {
            pool.shutdown();
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(address, "postgres", "postgres");
    }
}
