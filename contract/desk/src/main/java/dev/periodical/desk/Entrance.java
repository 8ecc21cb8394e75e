package dev.periodical.desk;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Whoever is not at the desk is shown the way in, from wherever in it. */
class Entrance {

    @ServerExceptionMapper
    Response askForToken(NotEntered nobody, RoutingContext exchange) {
        return Desk.to(exchange, "/enter").build();
    }
}
