package dev.periodical.media.serve;

import dev.periodical.events.FailureReason;
import dev.periodical.events.ImageRef;
import dev.periodical.http.Problems;
import dev.periodical.http.Roles;
import dev.periodical.media.frontier.PictureLedger;
import dev.periodical.media.frontier.PictureView;
import dev.periodical.media.handin.HandIn;
import dev.periodical.media.handin.NoPicture;
import dev.periodical.media.inspect.InspectPolicy;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Takes pictures that can't be fetched: a tree's own file, a rescued copy. */
@Path("/pictures")
@RolesAllowed(Roles.WRITE)
@Produces(MediaType.APPLICATION_JSON)
public class HandInResource {

    private final HandIn handIn;
    private final PictureLedger ledger;
    private final InspectPolicy policy;

    HandInResource(HandIn handIn, PictureLedger ledger, InspectPolicy policy) {
        this.handIn = handIn;
        this.ledger = ledger;
        this.policy = policy;
    }

    /** {@link HandInsAtOnce} lets it in. Blocking, for the body goes to a file: memory holds a chunk of it and no more. */
    @PUT
    @Path("/{ref:[0-9a-f]{64}}")
    @Blocking
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Keep a picture that can't be fetched",
            description =
                    "The body is the picture's bytes; what they are, they say themselves. `url` is the address as the"
                            + " article has it, whose SHA-256 is the ref; it may be left out for a picture that was planned."
                            + " The same bytes again change nothing, others replace what the ref shows.")
    public Uni<PictureView> keep(@RestPath String ref, @RestQuery String url, File body) {
        Context request = Vertx.currentContext();
        return address(ref, url, request)
                .chain(address -> handIn.keep(ref, address, body.toPath()))
                .onTermination()
                .invoke(() -> gone(body))
                .onFailure(NoPicture.class)
                .transform(this::refusal)
                .chain(() -> read(ref, request));
    }

    private Uni<String> address(String ref, String url, Context request) {
        if (url == null) {
            return read(ref, request)
                    .onItem()
                    .ifNull()
                    .failWith(() -> Problems.notFound("No picture " + ref + " was ever planned: say its `url`."))
                    .map(PictureView::url);
        }
        return ImageRef.of(url).equals(ref)
                ? Uni.createFrom().item(url)
                : Uni.createFrom()
                        .failure(Problems.badParameter("url", "its SHA-256 is " + ImageRef.of(url) + ", not the ref"));
    }

    /** The ledger is read in the request's context, which neither this door's thread nor Kafka's acknowledgement is in. */
    private Uni<PictureView> read(String ref, Context request) {
        return Uni.createFrom()
                .voidItem()
                .emitOn(read -> request.runOnContext(now -> read.run()))
                .chain(() -> ledger.find(ref));
    }

    /** The door's file, which nobody else deletes before the process ends. */
    private static void gone(File body) {
        try {
            Files.deleteIfExists(body.toPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpProblem refusal(NoPicture no) {
        return no.reason() == FailureReason.TOO_LARGE
                ? Problems.tooLarge(policy.maxBytes())
                : HttpProblem.builder()
                        .withStatus(422)
                        .withTitle("Not a picture that can be kept")
                        .withDetail(no.getMessage())
                        .with("reason", no.reason().code())
                        .build();
    }
}
