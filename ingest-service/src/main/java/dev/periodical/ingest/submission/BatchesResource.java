package dev.periodical.ingest.submission;

import dev.periodical.http.Roles;
import dev.periodical.ingest.batch.BatchRules;
import dev.periodical.ingest.batch.Window;
import dev.periodical.ingest.publish.ArticlePublisher;
import io.opentelemetry.context.Context;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Takes many articles in one call. The answer has one line an item as soon as the item is safe in Kafka or refused, in order,
 * while later ones are still read; a summary is its last line. An answer without summary was cut off.
 */
@Path("/batches")
@RolesAllowed(Roles.WRITE)
public class BatchesResource {

    private final Understanding understanding;
    private final Workroom room;
    private final ArticlePublisher publisher;
    private final SubmissionMetrics metrics;
    private final SubmissionConfig limits;
    private final BatchConfig config;
    private final BatchThreads threads;
    private final Refusals refusals;
    private final Vertx vertx;

    BatchesResource(
            Understanding understanding,
            Workroom room,
            ArticlePublisher publisher,
            SubmissionMetrics metrics,
            SubmissionConfig limits,
            BatchConfig config,
            BatchThreads threads,
            Refusals refusals,
            Vertx vertx) {
        this.understanding = understanding;
        this.room = room;
        this.publisher = publisher;
        this.metrics = metrics;
        this.limits = limits;
        this.config = config;
        this.threads = threads;
        this.refusals = refusals;
        this.vertx = vertx;
    }

    @POST
    @NonBlocking
    @Consumes({
        "application/x-ndjson",
        "application/x-tar",
        "application/gzip",
        "application/x-gzip",
        "application/zip",
        "application/rss+xml",
        "application/atom+xml",
        "application/feed+json",
        "application/xml",
        "text/xml",
        "application/json",
        "application/octet-stream"
    })
    @Produces("application/x-ndjson")
    @Operation(
            summary = "Take many articles",
            description =
                    "Lines of JSON (an article as fields, or `{name, document}`), a tar (also gzip) or zip of a Hexo tree,"
                            + " RSS, Atom or JSON Feed; the first bytes tell which, between the two kinds of JSON the media type. Answers a line an item, in order, while"
                            + " items are still read, and a summary last: read while you send. An item's name is its identity:"
                            + " its path in the tree, its key, its guid. `drafts` takes a tree's drafts too, `pictures` names"
                            + " the pictures that the tree itself may hold, `base` and `strict` are as for one article.")
    public Uni<Void> post(
            HttpServerRequest request,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType contentType,
            @RestQuery boolean drafts,
            @RestQuery boolean pictures,
            @RestQuery String base,
            @RestQuery boolean strict) {
        int maxBytes = Math.toIntExact(limits.maxBytes());
        BatchCount count = new BatchCount(refusals);
        ItemWork work = new ItemWork(
                new ItemReading(understanding, base, strict),
                room,
                publisher::ingested,
                metrics,
                count,
                Context.taskWrapping(threads.reading()),
                maxBytes,
                pictures);
        Window window = new Window(config.itemsInFlight(), maxBytes, config.patience());
        BodyStream body = new BodyStream(request, vertx.getOrCreateContext(), config.patience());
        threads.run(new Batch(body, type(contentType), new BatchRules(maxBytes, drafts), work, window, count));
        return new BatchAnswer(vertx, request, body, window).written();
    }

    private static String type(MediaType contentType) {
        return contentType == null
                ? null
                : (contentType.getType() + "/" + contentType.getSubtype()).toLowerCase(Locale.ROOT);
    }
}
