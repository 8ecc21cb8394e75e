package dev.periodical.media.serve;

import dev.periodical.http.Problems;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Lets in as many hand-ins as may be under way at once, before their bodies are read: so many bodies, each of bounded size,
 * are in the temporary folder and no more.
 */
@ApplicationScoped
class HandInsAtOnce {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final int most;
    private final AtomicInteger underWay = new AtomicInteger();

    HandInsAtOnce(ServeConfig config) {
        this.most = config.atOnce();
    }

    /** @return the refusal, or null to go on */
    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    public Response admit(RoutingContext exchange) {
        if (!exchange.request().method().equals(HttpMethod.PUT)) {
            return null;
        }
        if (underWay.incrementAndGet() > most) {
            underWay.decrementAndGet();
            return Problems.unavailable("As many pictures are being handed in as may be at once.", RETRY_AFTER)
                    .toResponse();
        }
        exchange.addEndHandler(ended -> underWay.decrementAndGet());
        return null;
    }
}
