package dev.periodical.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Doors that more than one service has. Where the services share a host, the service's name before a path tells them apart:
 * {@code /media-service/dead-letters} is media's {@code /dead-letters}. Each service takes its own name before any path, so
 * such an address leads to the same door whether the host is shared or not.
 */
@ApplicationScoped
public class OwnName {

    private static final String TAKEN = "periodical.own-name";

    /** Before all that looks at a path. */
    private static final int FIRST = 1_000;

    private final String prefix;

    OwnName(@ConfigProperty(name = "quarkus.application.name") String service) {
        this.prefix = "/" + service;
    }

    void observe(@Observes Filters filters) {
        filters.register(this::strip, FIRST);
    }

    private void strip(RoutingContext exchange) {
        String path = exchange.normalizedPath();
        if (!path.startsWith(prefix + "/") || exchange.get(TAKEN) != null) {
            exchange.next();
            return;
        }
        exchange.put(TAKEN, prefix);
        String query = exchange.request().query();
        exchange.reroute(path.substring(prefix.length()) + (query == null ? "" : "?" + query));
    }

    /** What stands before the paths of this exchange, for links that stay where the caller is: the name, or nothing. */
    public static String before(RoutingContext exchange) {
        String taken = exchange.get(TAKEN);
        return taken == null ? "" : taken;
    }
}
