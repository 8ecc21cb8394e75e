package dev.periodical.media.serve;

import dev.periodical.http.Cursor;
import dev.periodical.http.Page;
import dev.periodical.http.PageSize;
import dev.periodical.http.Problems;
import dev.periodical.media.frontier.PictureFilter;
import dev.periodical.media.frontier.PictureLedger;
import dev.periodical.media.frontier.PictureState;
import dev.periodical.media.frontier.PictureView;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** What is waiting, stored, failed, and why. */
@Path("/pictures")
@Produces(MediaType.APPLICATION_JSON)
public class PicturesResource {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final PictureLedger ledger;

    PicturesResource(PictureLedger ledger) {
        this.ledger = ledger;
    }

    @GET
    @Operation(
            summary = "Pictures, the latest planned first",
            description = "A page of at most `limit` (1 to 200) pictures; `Link: rel=\"next\"` leads to the next.")
    public Uni<RestResponse<Page<PictureView>>> list(
            @Parameter(example = "failed") @RestQuery String state,
            @Parameter(
                            description = "whose turn it is; of a settled one, where it was asked for first",
                            example = "static.pictures.example")
                    @RestQuery
                    String host,
            @Parameter(description = "why it failed, or is suspect", example = "not-found") @RestQuery String reason,
            @Parameter(description = "a page's `next`") @RestQuery String after,
            @Parameter(example = "50") @RestQuery String limit,
            UriInfo uri) {
        int count = PageSize.parse("limit", limit, USUAL, MOST);
        PictureState only = Asked.state(state);
        PictureFilter filter =
                new PictureFilter(only == null ? Set.of() : Set.of(only), host, Asked.reason(reason), null);
        return ledger.list(filter, Cursor.parse("after", after), count + 1)
                .map(rows -> Page.of(rows, count, row -> row, row -> new Cursor(row.plannedAt(), row.ref())))
                .map(page -> Asked.answer(page, uri));
    }

    @GET
    @Path("/{ref:[0-9a-f]{64}}")
    @Operation(summary = "One picture with every attempt")
    public Uni<PictureView> one(@RestPath String ref) {
        return ledger.find(ref)
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound("No picture " + ref + " was ever planned."));
    }
}
