package dev.periodical.ingest.submission;

import dev.periodical.ingest.problem.IngestProblems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * A document that arrives too slowly gives its room back: without this, a few hundred idle connections would hold all that
 * {@link Admission} has. Batches last as long as their readers do and are not meant.
 */
@ApplicationScoped
class UploadDeadline {

    private final SubmissionConfig limits;

    UploadDeadline(SubmissionConfig config) {
        this.limits = config;
    }

    /** Goes on in any case. Runs behind {@link Admission}: what is not let in needs no deadline. */
    @ServerRequestFilter(preMatching = true, nonBlocking = true, priority = Priorities.USER + 1)
    public void begin(RoutingContext exchange) {
        if (exchange.request().path().startsWith("/batches")) {
            return;
        }
        long timer = exchange.vertx().setTimer(limits.uploadDeadline().toMillis(), passed -> end(exchange));
        exchange.addEndHandler(ended -> exchange.vertx().cancelTimer(timer));
    }

    private static void end(RoutingContext exchange) {
        if (exchange.request().isEnded() || exchange.response().headWritten()) {
            return;
        }
        HttpProblem problem = IngestProblems.tooSlow();
        exchange.response()
                .setStatusCode(problem.getStatusCode())
                .putHeader(HttpHeaders.CONTENT_TYPE, HttpProblem.MEDIA_TYPE.toString())
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(new JsonObject()
                        .put("status", problem.getStatusCode())
                        .put("title", problem.getTitle())
                        .put("detail", problem.getDetail())
                        .toBuffer())
                .onComplete(written -> exchange.request().connection().close());
    }
}
