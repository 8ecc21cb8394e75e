package dev.periodical.http;

import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.UriInfo;
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
        return behind(rows, limit, view, row -> cursor.apply(row).text());
    }

    /** The same for a list whose places have a form of their own. */
    public static <R, T> Page<T> behind(
            List<R> rows, int limit, Function<? super R, ? extends T> view, Function<R, String> place) {
        boolean more = rows.size() > limit;
        List<R> shown = more ? rows.subList(0, limit) : rows;
        String next = more ? place.apply(shown.get(shown.size() - 1)) : null;
        return new Page<>(shown.stream().<T>map(view).toList(), next);
    }

    /**
     * The {@code Link} header's target of the page after this (RFC 8288).
     *
     * @param uri of the call that this page answers
     * @param next the page's, not null
     */
    public static Link link(UriInfo uri, String next) {
        return Link.fromUriBuilder(uri.getRequestUriBuilder().replaceQueryParam("after", next))
                .rel("next")
                .build();
    }
}
