package dev.periodical.media.serve;

import dev.periodical.http.Problems;
import dev.periodical.http.Roles;
import dev.periodical.media.frontier.Notice;
import dev.periodical.media.poison.KnownNotices;
import dev.periodical.media.poison.Likeness;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Known notices: what hosts show instead of pictures. */
@Path("/notices")
@RolesAllowed(Roles.OPERATE)
@Produces(MediaType.APPLICATION_JSON)
public class NoticesResource {

    private final KnownNotices notices;

    NoticesResource(KnownNotices notices) {
        this.notices = notices;
    }

    /** All of them, of the configuration and of the table. */
    public record Items(List<Notice> items) {}

    @GET
    @Operation(summary = "Known notices, of the configuration and of the table")
    public Items list() {
        return new Items(notices.all());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Make a notice known",
            description =
                    "By the SHA-256 of its bytes (a picture's `mediaId`), by its look (`dhash`, 16 hex digits), or both."
                            + " The same name again replaces it. Pictures from now on are judged by it.")
    public Uni<Notice> add(Notice notice) {
        if (notice == null || notice.name() == null || !notice.name().matches("[\\w.-]{1,100}")) {
            throw Problems.badParameter("name", "1 to 100 letters, digits, dots, hyphens");
        }
        if (notice.sha256() != null && !notice.sha256().matches("[0-9a-f]{64}")) {
            throw Problems.badParameter("sha256", "64 hex digits, lower case");
        }
        if (notice.dhash() != null && Likeness.ofHex(notice.dhash()).isEmpty()) {
            throw Problems.badParameter("dhash", "16 hex digits");
        }
        if (notice.sha256() == null && notice.dhash() == null) {
            throw Problems.badParameter("sha256", "this or dhash is needed");
        }
        return notices.put(notice).replaceWith(notice);
    }

    @DELETE
    @Path("/{name}")
    @Operation(summary = "Forget a notice of the table")
    public Uni<Void> remove(@RestPath String name) {
        return notices.remove(name)
                .invoke(was -> {
                    if (!was) {
                        throw Problems.notFound("No notice '" + name + "' is in the table.");
                    }
                })
                .replaceWithVoid();
    }
}
