package dev.periodical.desk;

import dev.periodical.http.Language;
import dev.periodical.http.Sessions;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The way in and out: a token given once, in a form, becomes a session. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
public class EnterResource {

    private static final int LONGEST_TOKEN = 1_000;

    private final Sessions sessions;
    private final Gate gate;
    private final Desk desk;

    EnterResource(Sessions sessions, Gate gate, Desk desk) {
        this.sessions = sessions;
        this.gate = gate;
        this.desk = desk;
    }

    @GET
    @Path("enter")
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> form(@Context RoutingContext exchange, @RestQuery String refused) {
        return desk.page(exchange, Pages.enter(desk.frame(exchange, null, ""), refused != null));
    }

    @POST
    @Path("enter")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response enter(@Context RoutingContext exchange, @RestForm String token) {
        gate.requireOwnPage(exchange);
        return Optional.ofNullable(token)
                .map(String::strip)
                .filter(given -> !given.isEmpty() && given.length() <= LONGEST_TOKEN)
                .flatMap(sessions::open)
                .map(cookie -> Desk.to(exchange, "").cookie(gate.cookies(exchange, cookie)))
                .orElseGet(() -> Desk.to(exchange, "/enter?refused"))
                .build();
    }

    @POST
    @Path("leave")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response leave(@Context RoutingContext exchange, @RestForm String form) {
        gate.author(exchange, form);
        return Desk.to(exchange, "/enter").cookie(gate.noCookies(exchange)).build();
    }

    @GET
    @Path("language")
    @Operation(hidden = true)
    public Response language(@Context RoutingContext exchange, @RestQuery String to) {
        var back = Desk.to(exchange, "");
        Language.named(to).ifPresent(language -> back.cookie(language.remembered()));
        return back.build();
    }
}
