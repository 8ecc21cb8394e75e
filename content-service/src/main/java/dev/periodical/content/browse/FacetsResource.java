package dev.periodical.content.browse;

import dev.periodical.content.article.Facet;
import dev.periodical.content.article.FacetLibrary;
import dev.periodical.content.article.FacetLibrary.Kind;
import dev.periodical.content.article.Statistics;
import dev.periodical.content.ask.AskConfig;
import dev.periodical.content.ask.ConditionalAnswer;
import dev.periodical.content.ask.Parameters;
import dev.periodical.http.Caller;
import dev.periodical.http.Page;
import dev.periodical.http.PageSize;
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
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What the archive has, counted: by category, tag, author, and in whole. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class FacetsResource {

    private static final int USUAL = 100;
    private static final int MOST = 1000;
    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 366;

    private final FacetLibrary library;
    private final Caller caller;
    private final ConditionalAnswer answers;
    private final AskConfig config;

    FacetsResource(FacetLibrary library, Caller caller, ConditionalAnswer answers, AskConfig config) {
        this.library = library;
        this.caller = caller;
        this.answers = answers;
        this.config = config;
    }

    @GET
    @Path("categories")
    @Operation(
            summary = "Categories in the order of their hierarchy",
            description = "An article counts once in each category above its own.")
    @Parameter(name = "after", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING),
            description = "From 1 to 1000, usually 100.",
            example = "100")
    @APIResponse(
            responseCode = "200",
            description = "`category` is what `GET /articles` takes.",
            content = @Content(examples = @ExampleObject(name = "categories", value = Examples.CATEGORIES)))
    public Uni<Response> categories(@Context UriInfo uri, @Context Request request) {
        return facets(Kind.CATEGORY, uri, request, CategoryView::of);
    }

    @GET
    @Path("tags")
    @Operation(summary = "Tags, the most used first")
    @Parameter(name = "after", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING),
            description = "From 1 to 1000, usually 100.",
            example = "100")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            content = @Content(examples = @ExampleObject(name = "tags", value = Examples.FACETS)))
    public Uni<Response> tags(@Context UriInfo uri, @Context Request request) {
        return facets(Kind.TAG, uri, request, facet -> facet);
    }

    @GET
    @Path("authors")
    @Operation(summary = "Authors, the most published first")
    @Parameter(name = "after", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING),
            description = "From 1 to 1000, usually 100.",
            example = "100")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            content = @Content(examples = @ExampleObject(name = "authors", value = Examples.FACETS)))
    public Uni<Response> authors(@Context UriInfo uri, @Context Request request) {
        return facets(Kind.AUTHOR, uri, request, facet -> facet);
    }

    @GET
    @Path("stats")
    @Operation(summary = "The archive in numbers")
    @Parameter(
            name = "days",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING),
            description = "How many days back, from 1 to 366, usually 30.",
            example = "30")
    @APIResponse(
            responseCode = "200",
            description = "What this caller may see, counted.",
            content =
                    @Content(
                            schema = @Schema(implementation = Statistics.class),
                            examples = @ExampleObject(name = "stats", value = Examples.STATS)))
    public Uni<Response> stats(@Context UriInfo uri, @Context Request request) {
        Parameters parameters = new Parameters(uri.getQueryParameters(), Set.of("days"), Set.of());
        int days = PageSize.parse("days", parameters.text("days").orElse(null), USUAL_DAYS, MOST_DAYS);
        return caller.seesRestricted()
                .chain(restricted -> library.statistics(config.zone(), days, restricted)
                        .map(numbers -> answers.of(numbers, restricted, request).build()));
    }

    private Uni<Response> facets(Kind kind, UriInfo uri, Request request, Function<Facet, Object> view) {
        Parameters parameters = new Parameters(uri.getQueryParameters(), Set.of("after", "limit"), Set.of());
        int limit = PageSize.parse("limit", parameters.text("limit").orElse(null), USUAL, MOST);
        Facet after = parameters.text("after").map(FacetPlace::of).orElse(null);
        return caller.seesRestricted()
                .chain(restricted -> library.facets(kind, after, limit + 1, restricted)
                        .map(rows -> Page.behind(rows, limit, view, FacetPlace::text))
                        .map(page -> answers.of(page, restricted, request).build()));
    }

    /** A category with the levels that lead to it. */
    record CategoryView(List<String> path, String category, long articles) {

        static CategoryView of(Facet facet) {
            return new CategoryView(facet.levels(), String.join("/", facet.levels()), facet.articles());
        }
    }
}
