package dev.periodical.database;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The columns of rows that go to PostgreSQL by the hundred: each column travels as one array of texts, which the statement
 * unfolds and casts. Large texts are neither quoted nor parsed on their way, as they would be in {@link JsonRows}.
 *
 * <pre>{@code
 * Columns<Book> columns = new Columns<Book>().with("id", "uuid", Book::id).with("title", "text", Book::title);
 * columns.write(session, "insert into book (" + columns.names() + ") select " + columns.rows(), books);
 * }</pre>
 */
public final class Columns<T> {

    private record Column<T>(String name, String type, Function<T, ?> value) {}

    private final List<Column<T>> columns = new ArrayList<>();

    /**
     * Adds a column.
     *
     * @param type of PostgreSQL: what the text is cast to
     * @param value written as its text; a list as an array of texts
     */
    public Columns<T> with(String name, String type, Function<T, ?> value) {
        columns.add(new Column<>(name, type, value));
        return this;
    }

    /** {@code id, title} */
    public String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /** What stands behind {@code select}: every column cast, from the arrays, in the order of the rows. */
    public String rows() {
        return columns.stream()
                        .map(column -> "cast(fact." + column.name() + " as " + column.type() + ")")
                        .collect(Collectors.joining(", "))
                + " from " + facts();
    }

    /** The arrays as a table {@code fact} of texts. */
    public String facts() {
        return columns.stream()
                .map(column -> "cast(:" + column.name() + " as text[])")
                .collect(Collectors.joining(", ", "unnest(", ") as fact (" + names() + ")"));
    }

    /** Sends nothing where there are no rows. */
    public Uni<Void> write(Mutiny.StatelessSession session, String statement, List<T> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var query = session.createNativeQuery(statement);
        for (Column<T> column : columns) {
            query.setParameter(
                    column.name(),
                    rows.stream().map(row -> text(column.value().apply(row))).toArray(String[]::new));
        }
        return query.executeUpdate().replaceWithVoid();
    }

    private static String text(Object value) {
        if (value instanceof List<?> texts) {
            return texts.stream()
                    .map(each -> '"' + each.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return value == null ? null : value.toString();
    }
}
