package dev.periodical.database;

import dev.periodical.events.kafka.TransientFailure;
import dev.periodical.http.Problems;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import org.hibernate.HibernateException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A door whose database is away answers 503 with {@code Retry-After}; what else fails there is a fault of ours and stays one. */
class DatabaseProblems {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    @ServerExceptionMapper({PgException.class, HibernateException.class, VertxException.class, IOException.class})
    Response away(Exception failure) {
        if (DatabaseOutage.passes(failure)) {
            return Problems.unavailable("The database does not answer.", RETRY_AFTER)
                    .toResponse();
        }
        throw new IllegalStateException("the database refused", failure);
    }

    /** What {@link DatabaseWork} fails with, and whatever else a door waited for in vain. */
    @ServerExceptionMapper
    Response away(TransientFailure failure) {
        return Problems.unavailable("A service behind this one does not answer; ask again.", RETRY_AFTER)
                .toResponse();
    }
}
