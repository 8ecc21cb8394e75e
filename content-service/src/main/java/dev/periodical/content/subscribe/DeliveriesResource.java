package dev.periodical.content.subscribe;

import dev.periodical.content.webhook.Deliveries;
import dev.periodical.content.webhook.Delivery;
import dev.periodical.content.webhook.Subscriptions;
import dev.periodical.content.webhook.Webhook;
import dev.periodical.content.webhook.WebhookDisabled;
import dev.periodical.http.Caller;
import dev.periodical.http.Cursor;
import dev.periodical.http.Page;
import dev.periodical.http.PageSize;
import dev.periodical.http.Problems;
import dev.periodical.http.Roles;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What a subscription was told and is still to be told. */
@Path("/webhooks/{id}")
@RolesAllowed({Roles.WRITE, Roles.OPERATE})
@Produces(MediaType.APPLICATION_JSON)
public class DeliveriesResource {

    private static final int USUAL = 20;
    private static final int MOST = 100;
    private static final List<String> STATES = List.of(Delivery.WAITING, Delivery.DELIVERED, Delivery.FAILED);

    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final Caller caller;
    private final Clock clock = Clock.systemUTC();

    DeliveriesResource(Subscriptions subscriptions, Deliveries deliveries, Caller caller) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.caller = caller;
    }

    @GET
    @Path("/deliveries")
    @Operation(
            summary = "Deliveries, the latest first",
            description =
                    "What is made or given up stays here for a week. `next` of an item says when it is tried next.")
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"waiting", "delivered", "failed"}))
    @Parameter(
            name = "after",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING),
            description = "The `next` of the page before.")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING),
            description = "From 1 to 100, usually 20.",
            example = "20")
    @APIResponse(
            responseCode = "200",
            description = "A page. `Link` with rel=next leads on.",
            content = @Content(examples = @ExampleObject(name = "one that waits", value = Examples.DELIVERIES)))
    @APIResponse(responseCode = "400", description = "A parameter that can't be so. `parameter` names it.")
    @APIResponse(responseCode = "404", description = "This token has no webhook of that id.")
    public Uni<Response> list(
            @RestPath UUID id,
            @RestQuery String state,
            @RestQuery String after,
            @RestQuery String limit,
            @Context UriInfo uri) {
        String wanted = state == null || state.isBlank() ? null : state;
        if (wanted != null && !STATES.contains(wanted)) {
            throw Problems.badParameter("state", "one of " + String.join(", ", STATES) + ", not '" + wanted + "'");
        }
        Cursor place = Cursor.parseWithUuid("after", after);
        int count = PageSize.parse("limit", limit, USUAL, MOST);
        return own(id).chain(webhook -> deliveries.page(id, wanted, place, count + 1))
                .map(rows -> {
                    Page<Delivery> page =
                            Page.of(rows, count, row -> row, row -> new Cursor(row.createdAt(), row.id()));
                    Response.ResponseBuilder answer = Response.ok(page);
                    return page.next() == null
                            ? answer.build()
                            : answer.links(Page.link(uri, page.next())).build();
                });
    }

    @POST
    @Path("/deliveries/{delivery}/replay")
    @Operation(
            summary = "Make a delivery again",
            description = "Whatever came of it. It is tried at once, and like a new one if that fails.")
    @APIResponse(responseCode = "202", description = "The delivery, waiting.")
    @APIResponse(responseCode = "404", description = "There is no such delivery, or no such webhook of this token.")
    @APIResponse(responseCode = "409", description = "The webhook is disabled.")
    public Uni<Response> replay(@RestPath UUID id, @RestPath UUID delivery) {
        return active(id, () -> deliveries.replay(id, delivery, clock.instant()))
                .map(found -> found.orElseThrow(
                        () -> Problems.notFound("Webhook " + id + " has no delivery " + delivery + ".")))
                .map(waiting -> Response.accepted(waiting).build());
    }

    @POST
    @Path("/replay")
    @Operation(summary = "Make all deliveries again that were given up")
    @APIResponse(
            responseCode = "202",
            description = "How many.",
            content = @Content(examples = @ExampleObject(name = "some", value = "{\"replayed\": 12}")))
    @APIResponse(responseCode = "404", description = "This token has no webhook of that id.")
    @APIResponse(responseCode = "409", description = "The webhook is disabled.")
    public Uni<Response> replayFailed(@RestPath UUID id) {
        return active(id, () -> deliveries.replayFailed(id, clock.instant()))
                .map(count -> Response.accepted(Map.of("replayed", count)).build());
    }

    @POST
    @Path("/ping")
    @Operation(
            summary = "Send a delivery that tells of nothing",
            description =
                    "`dev.periodical.webhook.ping.v1`, to see whether deliveries arrive and their signatures fit.")
    @APIResponse(responseCode = "202", description = "It is in the list of deliveries, where `Location` leads.")
    @APIResponse(responseCode = "404", description = "This token has no webhook of that id.")
    @APIResponse(responseCode = "409", description = "The webhook is disabled.")
    public Uni<Response> ping(@RestPath UUID id) {
        return active(id, () -> deliveries.ping(id, clock.instant()))
                .map(delivery -> Response.accepted(Map.of("delivery", delivery.toString()))
                        .location(URI.create("/webhooks/" + id + "/deliveries"))
                        .build());
    }

    private Uni<Webhook> own(UUID id) {
        return caller.name()
                .chain(owner -> subscriptions.find(id, owner))
                .map(found -> found.orElseThrow(() -> WebhooksResource.none(id)));
    }

    private <T> Uni<T> active(UUID id, Supplier<Uni<T>> work) {
        return own(id).chain(webhook -> work.get())
                .onFailure(WebhookDisabled.class)
                .recoverWithUni(() -> own(id).chain(webhook -> webhook.disabledAt() == null
                        ? work.get()
                        : Uni.createFrom().failure(disabled(webhook))));
    }

    private static HttpProblem disabled(Webhook webhook) {
        return HttpProblem.builder()
                .withTitle("Disabled")
                .withStatus(Response.Status.CONFLICT)
                .withDetail("This webhook is disabled (" + webhook.reason()
                        + "): nothing is delivered to it. POST /webhooks/" + webhook.id() + "/enable goes on with it.")
                .build();
    }
}
