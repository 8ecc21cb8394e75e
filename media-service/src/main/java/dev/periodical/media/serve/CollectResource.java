package dev.periodical.media.serve;

import dev.periodical.http.Roles;
import dev.periodical.media.collect.Collector;
import dev.periodical.media.collect.Line;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jboss.resteasy.reactive.common.util.RestMediaType;

/** Collects pictures that no article shows any more. */
@Path("/collect")
@RolesAllowed(Roles.OPERATE)
public class CollectResource {

    private final Collector collector;

    CollectResource(Collector collector) {
        this.collector = collector;
    }

    @POST
    @Produces(RestMediaType.APPLICATION_NDJSON)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Collect what no article uses",
            description =
                    "Marks what no article uses any more, and removes what has been marked for the grace period and is"
                            + " still unused. With `dryRun=true` it changes nothing. A line for each object of the bucket that is not"
                            + " simply kept, with its `fate` (`marked`, `waiting`, `collected`). The last line has the `totals` by"
                            + " fate, also `kept` and `foreign`, which together are the bucket's. Hanging up ends the run, and the next"
                            + " goes on.")
    public Multi<Line> collect(@RestQuery String dryRun) {
        return collector.run(Asked.flag("dryRun", dryRun));
    }
}
