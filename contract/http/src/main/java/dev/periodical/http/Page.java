package dev.periodical.http;

import java.util.List;
import java.util.function.Function;

/**
 * A page of a list that goes on.
 *
 * @param items at most as many as were asked for
 * @param next the cursor of the next page, to be given as {@code after}; null on the last one
 */
public record Page<T>(List<T> items, String next) {

    /**
     * The page out of one row more than it holds, which is how the last page is known without counting.
     *
     * @param rows up to {@code limit + 1} rows
     * @param cursor the place right behind a row
     */
    public static <R, T> Page<T> of(List<R> rows, int limit, Function<R, T> view, Function<R, Cursor> cursor) {
        boolean more = rows.size() > limit;
        List<R> shown = more ? rows.subList(0, limit) : rows;
        String next = more ? cursor.apply(shown.get(shown.size() - 1)).text() : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }
}
