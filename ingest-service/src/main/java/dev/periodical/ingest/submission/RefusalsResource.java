package dev.periodical.ingest.submission;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** How often this replica said no. Public, as other figures are: titles of problems and numbers, nothing of a document. */
@Path("/refusals")
@Produces(MediaType.APPLICATION_JSON)
public class RefusalsResource {

    private final Refusals refusals;

    RefusalsResource(Refusals refusals) {
        this.refusals = refusals;
    }

    @GET
    @Operation(
            summary = "What was refused, counted",
            description =
                    "By problem, since this replica started and hour by hour of the last day; a batch's items count as documents"
                            + " do. No state is kept: a restart begins anew, and each replica counts its own.")
    @APIResponse(
            responseCode = "200",
            description = "counts",
            content = @Content(examples = @ExampleObject(name = "counts", value = """
                                            {"since": "2026-01-31T08:12:40Z", "hour": "2026-01-31T10:00:00Z",
                                              "problems": [{"status": 422, "title": "Unreadable document", "count": 7,
                                                "lastDay": 5, "hours": [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                                                  0, 0, 0, 0, 0, 0, 1, 4, 0]}]}""")))
    public RefusalsView counts() {
        return refusals.view();
    }
}
