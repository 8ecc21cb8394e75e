package dev.periodical.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * A place in a list that is ordered by time and then by name: right behind this row. To callers it is an opaque text.
 *
 * @param time the row's time, to the microsecond
 * @param name the row's unique name
 */
public record Cursor(Instant time, String name) {

    private static final Instant EARLIEST = Instant.parse("-4712-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("+294276-01-01T00:00:00Z");

    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((time + " " + name).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The cursor that a caller gave back.
     *
     * @param parameter the parameter's name, for the message
     * @param text what the caller gave, null for the list's beginning
     * @return null for null
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when this is no cursor of ours
     */
    public static Cursor parse(String parameter, String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int blank = decoded.indexOf(' ');
            return bounded(
                    parameter,
                    new Cursor(Instant.parse(decoded.substring(0, Math.max(0, blank))), decoded.substring(blank + 1)));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw foreign(parameter);
        }
    }

    /** The same for a list whose rows are named by UUID. */
    public static Cursor parseWithUuid(String parameter, String text) {
        Cursor cursor = parse(parameter, text);
        try {
            return cursor == null
                    ? null
                    : new Cursor(cursor.time(), UUID.fromString(cursor.name()).toString());
        } catch (IllegalArgumentException e) {
            throw foreign(parameter);
        }
    }

    /** PostgreSQL's time ends before Java's does. */
    private static Cursor bounded(String parameter, Cursor cursor) {
        if (cursor.time().isBefore(EARLIEST) || cursor.time().isAfter(LATEST)) {
            throw foreign(parameter);
        }
        return cursor;
    }

    private static HttpProblem foreign(String parameter) {
        return Problems.badParameter(parameter, "not a cursor that a page's 'next' gave");
    }
}
