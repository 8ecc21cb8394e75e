package dev.periodical.content.browse;

import dev.periodical.content.article.KeptRevision;
import dev.periodical.content.article.RevisionDifference;
import dev.periodical.content.article.Revisions;
import dev.periodical.content.ask.ConditionalAnswer;
import dev.periodical.content.ask.Parameters;
import dev.periodical.events.Article;
import dev.periodical.http.Caller;
import dev.periodical.http.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;

/** What an article said before, and what changed between two of its revisions. */
@Path("/articles/{id}/revisions")
@Produces(MediaType.APPLICATION_JSON)
public class RevisionsResource {

    /** The history of an article, as answered. */
    record History(List<KeptRevision> items) {}

    private final Revisions revisions;
    private final Caller caller;
    private final ConditionalAnswer answers;

    RevisionsResource(Revisions revisions, Caller caller, ConditionalAnswer answers) {
        this.revisions = revisions;
        this.caller = caller;
        this.answers = answers;
    }

    @GET
    @Operation(
            summary = "An article's revisions, the latest first, or with `from` and `to` what changed between two",
            description = "A withdrawn article has none. After a new post its history begins anew.")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING),
            description = "A revision: 64 hex digits. Comes with `to`.")
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING),
            description = "A revision: 64 hex digits. Comes with `from`.")
    @APIResponse(
            responseCode = "200",
            description = "The history, or the difference.",
            content =
                    @Content(
                            examples = {
                                @ExampleObject(name = "revisions", value = Examples.REVISIONS),
                                @ExampleObject(name = "difference", value = Examples.DIFF)
                            }))
    @APIResponse(responseCode = "404", description = "There is no such article or revision for this caller.")
    public Uni<Response> revisions(@RestPath UUID id, @Context UriInfo uri, @Context Request request) {
        Parameters parameters = new Parameters(uri.getQueryParameters(), Set.of("from", "to"), Set.of());
        String from = revision(parameters, "from", "to");
        String to = revision(parameters, "to", "from");
        return caller.seesRestricted()
                .chain(restricted -> (from == null ? history(id, restricted) : difference(id, from, to, restricted))
                        .map(body -> answers.of(body, restricted, request).build()));
    }

    private Uni<Object> history(UUID id, boolean restricted) {
        return revisions.of(id, restricted).map(items -> {
            if (items.isEmpty()) {
                throw Problems.notFound("There is no article " + id + ".");
            }
            return new History(items);
        });
    }

    private Uni<Object> difference(UUID id, String from, String to, boolean restricted) {
        return revisions
                .pair(id, from, to, restricted)
                .map(pair -> RevisionDifference.between(there(pair.from(), id, from), there(pair.to(), id, to)));
    }

    private static Article there(Article article, UUID id, String revision) {
        if (article == null) {
            throw Problems.notFound("Article " + id + " has no revision " + revision + ".");
        }
        return article;
    }

    private static String revision(Parameters parameters, String name, String other) {
        String revision = parameters.text(name).orElse(null);
        if (revision == null && parameters.text(other).isPresent()) {
            throw Problems.badParameter(name, "comes with " + other);
        }
        if (revision != null && !revision.matches("[0-9a-f]{64}")) {
            throw Problems.badParameter(name, "a revision has 64 hex digits");
        }
        return revision;
    }
}
