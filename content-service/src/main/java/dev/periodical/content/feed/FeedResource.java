package dev.periodical.content.feed;

import dev.periodical.content.ask.AskConfig;
import dev.periodical.content.ask.ConditionalAnswer;
import dev.periodical.content.ask.ListRequest;
import dev.periodical.http.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Any filter or search as a feed. Restricted articles only to holders of a token. */
@Path("/")
public class FeedResource {

    private static final String DESCRIPTION =
            "The newest articles of any filter or search of `GET /articles`, whole, with their kept pictures; `rel=next` leads"
                    + " to the older ones (RFC 5005). Answers 304 as `If-None-Match` or `If-Modified-Since` says.";

    private final Feeds feeds;
    private final Caller caller;
    private final ConditionalAnswer answers;
    private final AskConfig config;

    FeedResource(Feeds feeds, Caller caller, ConditionalAnswer answers, AskConfig config) {
        this.feeds = feeds;
        this.caller = caller;
        this.answers = answers;
        this.config = config;
    }

    @GET
    @Path("feed.atom")
    @Produces("application/atom+xml")
    @Operation(summary = "Articles as an Atom feed", description = DESCRIPTION)
    @Parameter(ref = "q")
    @Parameter(ref = "category")
    @Parameter(ref = "tag")
    @Parameter(ref = "author")
    @Parameter(ref = "from")
    @Parameter(ref = "to")
    @Parameter(ref = "pictures")
    @Parameter(ref = "sort")
    @Parameter(ref = "after")
    @Parameter(ref = "limit")
    @APIResponse(
            responseCode = "200",
            description = "The feed.",
            content = @Content(examples = @ExampleObject(name = "atom", value = Examples.ATOM)))
    @APIResponse(responseCode = "304", description = "Nothing is new.")
    @APIResponse(responseCode = "400", description = "A parameter that is not known or can't be so.")
    public Uni<Response> atom(@Context UriInfo uri, @Context Request request) {
        return feed(uri, request, AtomFeed::of, AtomFeed.TYPE);
    }

    @GET
    @Path("feed.rss")
    @Produces("application/rss+xml")
    @Operation(summary = "Articles as an RSS feed", description = DESCRIPTION)
    @Parameter(ref = "q")
    @Parameter(ref = "category")
    @Parameter(ref = "tag")
    @Parameter(ref = "author")
    @Parameter(ref = "from")
    @Parameter(ref = "to")
    @Parameter(ref = "pictures")
    @Parameter(ref = "sort")
    @Parameter(ref = "after")
    @Parameter(ref = "limit")
    @APIResponse(
            responseCode = "200",
            description = "The feed.",
            content = @Content(examples = @ExampleObject(name = "rss", value = Examples.RSS)))
    @APIResponse(responseCode = "304", description = "Nothing is new.")
    @APIResponse(responseCode = "400", description = "A parameter that is not known or can't be so.")
    public Uni<Response> rss(@Context UriInfo uri, @Context Request request) {
        return feed(uri, request, RssFeed::of, RssFeed.TYPE);
    }

    @GET
    @Path("feed.json")
    @Produces("application/feed+json")
    @Operation(summary = "Articles as a JSON Feed", description = DESCRIPTION)
    @Parameter(ref = "q")
    @Parameter(ref = "category")
    @Parameter(ref = "tag")
    @Parameter(ref = "author")
    @Parameter(ref = "from")
    @Parameter(ref = "to")
    @Parameter(ref = "pictures")
    @Parameter(ref = "sort")
    @Parameter(ref = "after")
    @Parameter(ref = "limit")
    @APIResponse(
            responseCode = "200",
            description = "The feed.",
            content = @Content(examples = @ExampleObject(name = "json", value = Examples.JSON)))
    @APIResponse(responseCode = "304", description = "Nothing is new.")
    @APIResponse(responseCode = "400", description = "A parameter that is not known or can't be so.")
    public Uni<Response> json(@Context UriInfo uri, @Context Request request) {
        return feed(uri, request, JsonFeed::of, JsonFeed.TYPE);
    }

    private Uni<Response> feed(UriInfo uri, Request request, Function<Feed, String> format, String type) {
        ListRequest asked =
                ListRequest.timed(ListRequest.parameters(uri.getQueryParameters(), ListRequest.PAGED), config.zone());
        FeedAddress address = feeds.address(uri);
        return caller.seesRestricted()
                .chain(restricted -> feeds.page(asked.restricted(restricted), asked.limit(), address)
                        .map(feed -> linked(
                                answers.of(format.apply(feed), type, feed.updated(), restricted, request), feed)));
    }

    /** WebSub looks for its links in the head first. */
    private static Response linked(Response.ResponseBuilder answer, Feed feed) {
        answer.header("Link", "<" + feed.self() + ">; rel=\"self\"");
        if (feed.hub() != null) {
            answer.header("Link", "<" + feed.hub() + ">; rel=\"hub\"");
        }
        if (feed.next() != null) {
            answer.header("Link", "<" + feed.next() + ">; rel=\"next\"");
        }
        return answer.build();
    }
}
