package dev.periodical.database;

import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Tells a database that can't work for now from one that refuses what it is given. */
public final class DatabaseOutage {

    /**
     * The SQLSTATE classes (PostgreSQL, appendix A) that a record's own content can bring about: data, constraints, program
     * limits. Every other state is the server's, its configuration's or its schema's, and heals when an operator or a
     * roll-out has done its work; dead-lettering a topic meanwhile would help nobody.
     */
    private static final Set<String> REFUSALS = Set.of("22", "23", "54");

    /** Causes may stand in a circle. */
    private static final int DEEPEST = 32;

    private DatabaseOutage() {}

    /** Whether the same work may succeed later. Looks through the causes for the first that the database client knows. */
    public static boolean passes(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            if (cause instanceof PgException sql) {
                return sql.getSqlState() != null && REFUSALS.stream().noneMatch(sql.getSqlState()::startsWith);
            }
            if (cause instanceof IOException || cause instanceof TimeoutException || closedConnection(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean closedConnection(Throwable cause) {
        return cause instanceof io.vertx.core.impl.NoStackTraceThrowable
                || cause instanceof io.vertx.core.VertxException;
    }
}
