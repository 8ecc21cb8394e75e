package dev.periodical.ingest.submission;

import dev.periodical.http.Problems;
import dev.periodical.ingest.problem.IngestProblems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Lets in what there is room for. A body's declared length counts, the largest allowed where none is declared; it is given
 * back when the exchange has ended, however it ended. A batch may be of any length: it counts as the item that is read and
 * as much again on its way to Kafka.
 */
@ApplicationScoped
class Admission {

    private static final String BATCHES = "/batches";

    private final SubmissionConfig limits;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    Admission(SubmissionConfig config) {
        this.limits = config;
    }

    /** @return the refusal, or null to go on */
    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    public Response admit(RoutingContext exchange) {
        if (exchange.normalizedPath().equals(BATCHES)) {
            return reserve(exchange, 2 * limits.maxBytes());
        }
        long declared = declaredLength(exchange.request());
        if (declared > limits.maxBytes()) {
            return Problems.tooLarge(limits.maxBytes()).toResponse();
        }
        exchange.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limits.maxBytes()); // for a body that declares no length
        return reserve(exchange, declared < 0 ? limits.maxBytes() : declared);
    }

    private Response reserve(RoutingContext exchange, long size) {
        boolean room = requests.incrementAndGet() <= limits.requestsInFlight()
                & bytes.addAndGet(size) <= limits.bytesInFlight();
        if (!room) {
            release(size);
            HttpProblem busy = IngestProblems.busy();
            return busy.toResponse();
        }
        exchange.addEndHandler(ended -> release(size));
        return null;
    }

    private void release(long size) {
        requests.decrementAndGet();
        bytes.addAndGet(-size);
    }

    private static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean chunked = request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
        return length == null ? (chunked ? -1 : 0) : Long.parseLong(length);
    }
}
