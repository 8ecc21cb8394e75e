package dev.periodical.content.subscribe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.periodical.content.change.ChangeFeed;
import dev.periodical.content.webhook.SigningSecret;
import dev.periodical.content.webhook.Subscriptions;
import dev.periodical.content.webhook.Webhook;
import dev.periodical.content.webhook.WebhookConfig;
import dev.periodical.events.FailureReason;
import dev.periodical.http.Caller;
import dev.periodical.http.Problems;
import dev.periodical.http.Roles;
import dev.periodical.outbound.FetchRefused;
import dev.periodical.outbound.Router;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;

/** Subscriptions. Any token may have some; each is found with the token that made it only. */
@Path("/webhooks")
@RolesAllowed({Roles.WRITE, Roles.OPERATE})
@Produces(MediaType.APPLICATION_JSON)
public class WebhooksResource {

    private static final int UNPROCESSABLE = 422;

    private final Subscriptions subscriptions;
    private final ChangeFeed feed;
    private final Router router;
    private final WebhookConfig config;
    private final Caller caller;
    private final ObjectMapper json;
    private final Clock clock = Clock.systemUTC();

    WebhooksResource(
            Subscriptions subscriptions,
            ChangeFeed feed,
            Router router,
            WebhookConfig config,
            Caller caller,
            ObjectMapper json) {
        this.subscriptions = subscriptions;
        this.feed = feed;
        this.router = router;
        this.config = config;
        this.caller = caller;
        this.json = json;
    }

    /** All of this caller. */
    public record Items(List<Webhook> items) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Subscribe",
            description =
                    "From now on changes that the filter lets through are posted to the URL: CloudEvents 1.0 in HTTP's binary"
                            + " mode, signed after Standard Webhooks (`webhook-id`, `webhook-timestamp`, `webhook-signature`). An"
                            + " answer of 2xx takes an event; 410 ends the subscription; everything else, redirects too, is tried again"
                            + " for three days, ever less often. Events come at least once and as a rule in order; `webhook-id` is the"
                            + " same at every attempt, `ce-id` is the place of `GET /events`. The secret is shown here and never again.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Wanted.class),
                            examples = @ExampleObject(name = "articles of a tag", value = Examples.WANTED)))
    @APIResponse(
            responseCode = "201",
            description = "The subscription, with its secret.",
            content = @Content(examples = @ExampleObject(name = "made", value = Examples.MADE)))
    @APIResponse(responseCode = "400", description = "Something that can't be so. `parameter` names it.")
    @APIResponse(responseCode = "409", description = "The token has as many as it may have.")
    @APIResponse(
            responseCode = "422",
            description = "The URL must not be asked: the same rules as for pictures. `reason` says which.",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples = @ExampleObject(name = "a private address", value = Examples.REFUSED)))
    public Uni<Response> make(JsonNode body) {
        Wanted wanted = Wanted.of(body, json);
        SigningSecret secret = wanted.checked();
        UUID id = UUID.randomUUID();
        return allowed(wanted.url())
                .chain(() -> Uni.combine().all().unis(caller.name(), feed.end()).asTuple())
                .chain(known -> subscriptions
                        .make(
                                id,
                                known.getItem1(),
                                wanted.url(),
                                secret,
                                wanted.filterOrNone(),
                                known.getItem2().reached(),
                                clock.instant(),
                                config.perToken())
                        .chain(room -> room ? subscriptions.find(id, known.getItem1()) : full()))
                .map(made -> shown(made.orElseThrow(() -> none(id)), secret));
    }

    @GET
    @Operation(summary = "This token's subscriptions, in the order in which they were made")
    @APIResponse(responseCode = "200", description = "All of them, without their secrets.")
    public Uni<Items> list() {
        return caller.name().chain(subscriptions::of).map(Items::new);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One subscription")
    @APIResponse(responseCode = "200", description = "Without its secret. `reason` says why it is disabled.")
    @APIResponse(responseCode = "404", description = "This token has none of that id.")
    public Uni<Webhook> one(@RestPath UUID id) {
        return caller.name()
                .chain(owner -> subscriptions.find(id, owner))
                .map(found -> found.orElseThrow(() -> none(id)));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Unsubscribe", description = "Its deliveries go with it, also those that wait.")
    @APIResponse(responseCode = "204", description = "Gone.")
    @APIResponse(responseCode = "404", description = "This token has none of that id.")
    public Uni<Void> remove(@RestPath UUID id) {
        return caller.name()
                .chain(owner -> subscriptions.remove(id, owner))
                .invoke(was -> {
                    if (!was) {
                        throw none(id);
                    }
                })
                .replaceWithVoid();
    }

    @POST
    @Path("/{id}/enable")
    @Operation(
            summary = "Go on with a subscription that was disabled",
            description =
                    "It is told what changed meanwhile, of each article and picture the latest. Deliveries that were given up are"
                            + " made again by `POST /webhooks/{id}/replay`. One that is active stays as it is.")
    @APIResponse(responseCode = "200", description = "The subscription, active, without its secret.")
    @APIResponse(responseCode = "404", description = "This token has none of that id.")
    public Uni<Webhook> enable(@RestPath UUID id) {
        return caller.name()
                .chain(owner ->
                        subscriptions.enable(id, owner, clock.instant()).chain(() -> subscriptions.find(id, owner)))
                .map(found -> found.orElseThrow(() -> none(id)));
    }

    static HttpProblem none(UUID id) {
        return Problems.notFound("This token has no webhook " + id + ".");
    }

    private Response shown(Webhook made, SigningSecret secret) {
        ObjectNode node = json.valueToTree(made);
        return Response.created(URI.create("/webhooks/" + made.id()))
                .entity(node.put("secret", secret.text()))
                .build();
    }

    /** What only may not be reached for now, a name without an address say, is taken: it is judged anew at each delivery. */
    private Uni<Void> allowed(String url) {
        return router.route(url)
                .replaceWithVoid()
                .onFailure(FetchRefused.class)
                .recoverWithUni(refused -> refused.reason().kind() == FailureReason.Kind.REFUSED
                        ? Uni.createFrom().failure(refused(refused))
                        : Uni.createFrom().voidItem());
    }

    private static HttpProblem refused(FetchRefused refused) {
        return HttpProblem.builder()
                .withTitle("URL refused")
                .withStatus(UNPROCESSABLE)
                .withDetail("url: " + refused.getMessage())
                .with("parameter", "url")
                .with("reason", refused.reason().code())
                .build();
    }

    private <T> Uni<T> full() {
        return Uni.createFrom()
                .failure(HttpProblem.builder()
                        .withTitle("Too many webhooks")
                        .withStatus(Response.Status.CONFLICT)
                        .withDetail("A token has " + config.perToken() + " webhooks at most; remove one first.")
                        .build());
    }
}
