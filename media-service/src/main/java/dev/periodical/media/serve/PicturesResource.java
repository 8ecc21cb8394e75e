package dev.periodical.media.serve;

import dev.periodical.http.Cursor;
import dev.periodical.http.Page;
import dev.periodical.http.Problems;
import dev.periodical.media.frontier.PictureLedger;
import dev.periodical.media.frontier.PictureState;
import dev.periodical.media.frontier.PictureView;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What is waiting, stored, failed, and why. */
@Path("/pictures")
@Produces(MediaType.APPLICATION_JSON)
public class PicturesResource {

    private static final int MOST = 200;

    private final PictureLedger ledger;

    PicturesResource(PictureLedger ledger) {
        this.ledger = ledger;
    }

    @GET
    @Operation(summary = "Pictures, the latest planned first")
    public Uni<Page<PictureView>> list(
            @RestQuery String state, @RestQuery String after, @RestQuery @DefaultValue("50") String limit) {
        int count = count(limit);
        return ledger.list(state(state), Cursor.parse("after", after), count + 1)
                .map(rows -> Page.of(rows, count, row -> row, row -> new Cursor(row.plannedAt(), row.ref())));
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

    private static int count(String limit) {
        int count = limit.matches("[0-9]{1,4}") ? Integer.parseInt(limit) : 0;
        if (count < 1 || count > MOST) {
            throw Problems.badParameter("limit", "from 1 to " + MOST + ", not '" + limit + "'");
        }
        return count;
    }

    private static PictureState state(String code) {
        return code == null
                ? null
                : PictureState.ofCode(code)
                        .orElseThrow(() -> Problems.badParameter(
                                "state", "waiting, stored, suspect, failed or refused, not '" + code + "'"));
    }
}
