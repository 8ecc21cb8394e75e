package dev.periodical.ingest.submission;

import dev.periodical.http.PublicAddresses;
import dev.periodical.http.Roles;
import dev.periodical.ingest.problem.IngestProblems;
import dev.periodical.ingest.publish.ArticlePublisher;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Takes articles: a Hexo document, or an article as JSON. An answer of 202 means that the event is safe in Kafka; everything
 * else means that nothing was accepted.
 */
@Path("/articles")
@RolesAllowed(Roles.WRITE)
@Consumes({"text/markdown", MediaType.TEXT_HTML, MediaType.TEXT_PLAIN, MediaType.APPLICATION_JSON})
@Produces(MediaType.APPLICATION_JSON)
public class ArticlesResource {

    private final Understanding understanding;
    private final ArticlePublisher publisher;
    private final SubmissionMetrics metrics;
    private final PublicAddresses addresses;
    private final Workroom room;

    ArticlesResource(
            Workroom room,
            Understanding understanding,
            ArticlePublisher publisher,
            SubmissionMetrics metrics,
            PublicAddresses addresses) {
        this.room = room;
        this.understanding = understanding;
        this.publisher = publisher;
        this.metrics = metrics;
        this.addresses = addresses;
    }

    @POST
    @Operation(
            summary = "Take an article",
            description =
                    "Its identity is its source link, else its author, title and date. `name` is its file name, `base`"
                            + " resolves relative picture addresses, `strict` refuses what would be repaired. An"
                            + " `Idempotency-Key` is its identity where it has neither key nor source link; each token has its own.")
    public Uni<RestResponse<Accepted>> post(
            byte[] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            @RestQuery String name,
            @RestQuery String base,
            @RestQuery boolean strict,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @Context SecurityContext client) {
        String key = IdempotencyKey.of(idempotencyKey, client.getUserPrincipal().getName());
        return accept(body, type, new Hints(null, name, base, strict, key));
    }

    @PUT
    @Path("/{key:.+}")
    @Operation(summary = "Take an article under the client's own key", description = "The key is its identity.")
    public Uni<RestResponse<Accepted>> put(
            @RestPath String key,
            byte[] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            @RestQuery String name,
            @RestQuery String base,
            @RestQuery boolean strict) {
        return accept(body, type, new Hints(key, name, base, strict));
    }

    @POST
    @Path("/validate")
    @Operation(summary = "Say what would be accepted", description = "Publishes nothing.")
    public Uni<Validated> validate(
            byte[] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            @RestQuery String key,
            @RestQuery String name,
            @RestQuery String base,
            @RestQuery boolean strict) {
        return room.when(body.length, () -> understanding.understood(body, type, new Hints(key, name, base, strict)));
    }

    @DELETE
    @Path("/{id}")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Withdraw an article", description = "It may be posted again later.")
    public Uni<RestResponse<Void>> withdraw(@RestPath UUID id) {
        return publisher
                .withdrawn(id.toString())
                .onFailure()
                .transform(IngestProblems::notPublished)
                .replaceWith(() -> RestResponse.accepted());
    }

    private Uni<RestResponse<Accepted>> accept(byte[] body, MediaType type, Hints hints) {
        return room.when(body.length, () -> acceptNow(body, type, hints));
    }

    private Uni<RestResponse<Accepted>> acceptNow(byte[] body, MediaType type, Hints hints) {
        metrics.received();
        return understanding
                .understood(body, type, hints)
                .onFailure()
                .invoke(metrics::refused)
                .chain(read -> publisher
                        .ingested(read.article())
                        .onItemOrFailure()
                        .invoke((done, failure) -> outcome(failure))
                        .onFailure()
                        .transform(IngestProblems::notPublished)
                        .replaceWith(() -> accepted(read)));
    }

    private void outcome(Throwable failure) {
        if (failure == null) {
            metrics.published();
        } else {
            metrics.unavailable();
        }
    }

    private RestResponse<Accepted> accepted(Validated read) {
        return RestResponse.ResponseBuilder.<Accepted>create(RestResponse.Status.ACCEPTED)
                .entity(Accepted.of(read.article(), read.warnings()))
                .location(URI.create(addresses.article(read.article().id())))
                .header("Link", SchemaResource.LINK)
                .build();
    }
}
