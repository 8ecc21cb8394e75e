package dev.periodical.media.serve;

import dev.periodical.http.Problems;
import dev.periodical.http.Roles;
import dev.periodical.media.frontier.PictureFilter;
import dev.periodical.media.frontier.PictureState;
import dev.periodical.media.frontier.Requeue;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Has pictures tried again. */
@Path("/pictures/retry")
@RolesAllowed(Roles.OPERATE)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RetryResource {

    private final Requeue requeue;

    RetryResource(Requeue requeue) {
        this.requeue = requeue;
    }

    /**
     * Which pictures.
     *
     * @param host those of this host
     * @param reason those that failed, or are suspect, for this reason
     * @param state those in this state; failed and refused ones where it is left out
     * @param since those settled at this time or later
     */
    public record Wanted(String host, String reason, String state, String since) {

        boolean all() {
            return host == null && reason == null && state == null && since == null;
        }
    }

    /** How many pictures are tried again. */
    public record Requeued(long requeued) {}

    @POST
    @Operation(
            summary = "Try pictures again",
            description =
                    "At least one filter; all that are given must hold. Each picture's ladder is climbed from its beginning."
                            + " What is stored or suspect stays kept, and served, until something as good has come. A host"
                            + " that is named rests no longer.")
    @RequestBody(
            content =
                    @Content(
                            examples = {
                                @ExampleObject(
                                        name = "a host that is back",
                                        value = "{\"host\": \"static.pictures.example\"}"),
                                @ExampleObject(
                                        name = "suspect ones of a day",
                                        value = "{\"state\": \"suspect\", \"since\": \"2026-01-31T00:00:00Z\"}")
                            }))
    @APIResponse(
            responseCode = "200",
            description = "how many were requeued",
            content = @Content(examples = @ExampleObject(name = "some", value = "{\"requeued\": 123}")))
    public Uni<Requeued> retry(Wanted wanted) {
        if (wanted == null || wanted.all()) {
            throw Problems.badParameter("host", "name at least one of host, reason, state and since");
        }
        PictureState state = Asked.state(wanted.state());
        PictureFilter filter = new PictureFilter(
                state == null ? Set.of(PictureState.FAILED, PictureState.REFUSED) : Set.of(state),
                wanted.host(),
                Asked.reason(wanted.reason()),
                Asked.since(wanted.since()));
        return requeue.all(filter).map(Requeued::new);
    }
}
