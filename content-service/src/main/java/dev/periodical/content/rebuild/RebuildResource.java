package dev.periodical.content.rebuild;

import dev.periodical.content.article.fresh.RebuildLedger;
import dev.periodical.content.article.fresh.RebuildRun;
import dev.periodical.http.Problems;
import dev.periodical.http.Roles;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Rebuilds the archive from the topics, while it is read. */
@Path("/rebuild")
@RolesAllowed(Roles.OPERATE)
@Produces(MediaType.APPLICATION_JSON)
public class RebuildResource {

    private static final String EXAMPLE = """
            {"id": "1c6d3a52-93a8-4f0e-9d0f-0f7f3c1f3d11", "state": "running", "step": "replaying",
             "startedAt": "2024-03-01T08:00:00Z", "finishedAt": null, "records": 41200, "remaining": 60100,
             "refused": 0, "reason": null}
            """;

    private final Rebuilding rebuilding;
    private final RebuildLedger ledger;

    RebuildResource(Rebuilding rebuilding, RebuildLedger ledger) {
        this.rebuilding = rebuilding;
        this.ledger = ledger;
    }

    @POST
    @Operation(
            summary = "Rebuild the archive from the topics",
            description =
                    "Replays both topics into fresh tables and puts them in the live ones' place when it has caught up; reads go on"
                            + " all the while. Earlier revisions, which compaction has taken from the topics, are taken over.")
    @APIResponse(
            responseCode = "202",
            description = "It has begun; `GET /rebuild` shows how far it is.",
            content =
                    @Content(
                            schema = @Schema(implementation = RebuildView.class),
                            examples = @ExampleObject(name = "running", value = EXAMPLE)))
    @APIResponse(responseCode = "409", description = "One is running already, on whatever replica.")
    public Uni<Response> begin() {
        return rebuilding.begin().chain(begun -> ledger.latest().map(run -> begun ? accepted(run) : refuse(run)));
    }

    @GET
    @Operation(summary = "The latest rebuild", description = "Of any replica.")
    @APIResponse(
            responseCode = "200",
            description = "How far it is, or how it ended.",
            content =
                    @Content(
                            schema = @Schema(implementation = RebuildView.class),
                            examples = @ExampleObject(name = "running", value = EXAMPLE)))
    @APIResponse(responseCode = "404", description = "There was none yet.")
    public Uni<RebuildView> latest() {
        return ledger.latest()
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound("There was no rebuild yet."))
                .map(RebuildView::of);
    }

    private static Response accepted(RebuildRun run) {
        return Response.accepted(RebuildView.of(run))
                .location(URI.create("/rebuild"))
                .build();
    }

    private static Response refuse(RebuildRun run) {
        throw HttpProblem.builder()
                .withStatus(Response.Status.CONFLICT)
                .withTitle("A rebuild is running")
                .withDetail("Rebuild " + run.id() + " has read " + run.records() + " records; see GET /rebuild.")
                .with("rebuild", run.id())
                .build();
    }
}
