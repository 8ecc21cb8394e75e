package dev.periodical.media.serve;

import dev.periodical.events.kafka.TransientFailure;
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
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Known notices: what hosts show instead of pictures. */
@Path("/notices")
@RolesAllowed(Roles.OPERATE)
@Produces(MediaType.APPLICATION_JSON)
public class NoticesResource {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final KnownNotices notices;
    private final KeptLook looks;

    NoticesResource(KnownNotices notices, KeptLook looks) {
        this.notices = notices;
        this.looks = looks;
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
                            + " With `like=true`, `sha256` names a picture that is kept, and its look becomes known too."
                            + " The same name again replaces it. Pictures from now on are judged by it.")
    public Uni<Notice> add(@RestQuery String like, Notice notice) {
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
        if (!Asked.flag("like", like)) {
            return notices.put(notice).replaceWith(notice);
        }
        if (notice.sha256() == null || notice.dhash() != null) {
            throw Problems.badParameter("like", "with sha256 and without dhash");
        }
        return looks.dhash(notice.sha256())
                .onFailure(TransientFailure.class)
                .transform(away -> Problems.unavailable("The store does not answer, or too much waits.", RETRY_AFTER))
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound("No picture " + notice.sha256() + " is kept."))
                .map(dhash ->
                        new Notice(notice.name(), notice.sha256(), dhash.orElseThrow(NoticesResource::noLook), null))
                .call(notices::put);
    }

    private static RuntimeException noLook() {
        return Problems.badParameter("like", "of a picture that can be decoded; this one is known by its bytes alone");
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
