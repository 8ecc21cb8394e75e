package dev.periodical.content.live;

import dev.periodical.content.change.ChangeFeed;
import dev.periodical.http.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Finds out who wants to listen and where the feed ends, before the stream begins: its head is sent with the first look at it, and
 * a token that nobody holds or a database that is away could not be told any more.
 */
@ApplicationScoped
class Gate {

    /** What a listener begins with. */
    record Start(ChangeFeed.Slice end, boolean restricted) {

        private static final String KEY = Start.class.getName();

        static Start of(RoutingContext exchange) {
            return exchange.get(KEY);
        }
    }

    private final Caller caller;
    private final ChangeFeed feed;

    Gate(Caller caller, ChangeFeed feed) {
        this.caller = caller;
        this.feed = feed;
    }

    /** @return null, to go on */
    @ServerRequestFilter(nonBlocking = true)
    public Uni<Response> open(RoutingContext exchange, ResourceInfo door) {
        if (!door.getResourceClass().equals(EventsResource.class)) {
            return Uni.createFrom().nullItem();
        }
        return caller.seesRestricted()
                .chain(restricted -> feed.end().invoke(end -> exchange.put(Start.KEY, new Start(end, restricted))))
                .replaceWith((Response) null);
    }
}
