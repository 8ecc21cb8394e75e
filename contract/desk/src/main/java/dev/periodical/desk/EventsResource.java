package dev.periodical.desk;

import dev.periodical.http.Problems;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestStreamElementType;

/**
 * Tells open pages of the desk, every few seconds, the mark of the figures of now; a page that shows others fetches itself
 * anew. Ends with the session.
 */
@Path("/desk/events")
public class EventsResource {

    private final Gate gate;
    private final Board board;
    private final DeskConfig config;
    private final AtomicInteger open = new AtomicInteger();

    EventsResource(Gate gate, Board board, DeskConfig config) {
        this.gate = gate;
        this.board = board;
        this.config = config;
    }

    /** Short, and another one when the figures are others. */
    static String mark(String state) {
        CRC32 sum = new CRC32();
        sum.update(state.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    @Operation(hidden = true)
    public Multi<String> marks(@Context RoutingContext exchange) {
        gate.visitor(exchange);
        exchange.response().putHeader("X-Accel-Buffering", "no"); // a proxy that gathers answers would hold them back
        if (open.incrementAndGet() > config.pages()) {
            open.decrementAndGet();
            throw Problems.unavailable("As many pages are open as are told of changes.", Duration.ofMinutes(1));
        }
        return Multi.createFrom()
                .ticks()
                .every(config.refresh())
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> board.state())
                .map(EventsResource::mark)
                .select()
                .first(mark -> gate.session(exchange).isPresent())
                .onTermination()
                .invoke(open::decrementAndGet);
    }
}
