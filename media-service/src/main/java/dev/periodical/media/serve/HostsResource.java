package dev.periodical.media.serve;

import dev.periodical.http.Cursor;
import dev.periodical.http.Page;
import dev.periodical.http.PageSize;
import dev.periodical.http.Problems;
import dev.periodical.media.frontier.HostLedger;
import dev.periodical.media.frontier.HostLedger.Condition;
import dev.periodical.media.frontier.HostView;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** How the hosts do. */
@Path("/hosts")
@Produces(MediaType.APPLICATION_JSON)
public class HostsResource {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final HostLedger ledger;

    HostsResource(HostLedger ledger) {
        this.ledger = ledger;
    }

    @GET
    @Operation(
            summary = "What waits, rests and fails, host by host",
            description = "In the order of their names; `Link: rel=\"next\"` leads to the next page.")
    @APIResponse(
            responseCode = "200",
            description = "a page",
            content = @Content(examples = @ExampleObject(name = "a host that rests", value = """
                                                    {"items": [{"name": "static.pictures.example", "waiting": 40,
                                                      "lost": 2, "dueAt": "2026-01-31T10:00:00Z",
                                                      "restedUntil": "2026-01-31T12:00:00Z", "failures": 7,
                                                      "failingSince": "2026-01-31T09:00:00Z", "slow": false,
                                                      "reason": "connection-failed", "detail": "Connection refused",
                                                      "failedAt": "2026-01-31T10:00:00Z"}], "next": null}""")))
    public Uni<RestResponse<Page<HostView>>> list(
            @Parameter(description = "waiting, resting or failing", example = "resting") @RestQuery String state,
            @Parameter(description = "the last failure", example = "connection-failed") @RestQuery String reason,
            @Parameter(description = "a page's `next`") @RestQuery String after,
            @Parameter(example = "50") @RestQuery String limit,
            UriInfo uri) {
        int count = PageSize.parse("limit", limit, USUAL, MOST);
        Cursor place = Cursor.parse("after", after);
        return ledger.list(condition(state), Asked.reason(reason), place == null ? null : place.name(), count + 1)
                .map(rows -> Page.of(rows, count, row -> row, row -> new Cursor(Instant.EPOCH, row.name())))
                .map(page -> Asked.answer(page, uri));
    }

    private static Condition condition(String state) {
        return state == null
                ? null
                : Arrays.stream(Condition.values())
                        .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(state))
                        .findFirst()
                        .orElseThrow(() ->
                                Problems.badParameter("state", "waiting, resting or failing, not '" + state + "'"));
    }
}
