package dev.periodical.content.browse;

import dev.periodical.content.article.ArticleLibrary;
import dev.periodical.content.article.ArticleSummary;
import dev.periodical.http.Caller;
import dev.periodical.http.Cursor;
import dev.periodical.http.Page;
import dev.periodical.http.PageSize;
import dev.periodical.http.Problems;
import dev.periodical.http.PublicAddresses;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Articles, newest first, and each of them whole. Restricted ones only to holders of a token. */
@Path("/articles")
@Produces(MediaType.APPLICATION_JSON)
public class ArticlesResource {

    private static final int USUAL = 20;
    private static final int MOST = 100;

    private final ArticleLibrary library;
    private final PublicAddresses addresses;
    private final Caller caller;

    ArticlesResource(ArticleLibrary library, PublicAddresses addresses, Caller caller) {
        this.library = library;
        this.addresses = addresses;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Articles, newest first", description = "A page of at most `limit` (1 to 100) articles.")
    public Uni<RestResponse<Page<ArticleSummary>>> list(
            @QueryParam("after") String after, @QueryParam("limit") String size, UriInfo uri) {
        int limit = PageSize.parse("limit", size, USUAL, MOST);
        Cursor place = Cursor.parseWithUuid("after", after);
        return caller.seesRestricted()
                .chain(restricted -> library.list(place, limit + 1, restricted))
                .map(rows -> Page.of(
                        rows,
                        limit,
                        row -> row,
                        row -> new Cursor(row.listedAt(), row.id().toString())))
                .map(page -> answer(page, uri));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One article with its pictures' states")
    public Uni<ArticleView> one(@RestPath UUID id) {
        return caller.seesRestricted()
                .chain(restricted -> library.find(id, restricted))
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound("There is no article " + id + "."))
                .map(kept -> ArticleView.of(kept, addresses));
    }

    private static RestResponse<Page<ArticleSummary>> answer(Page<ArticleSummary> page, UriInfo uri) {
        RestResponse.ResponseBuilder<Page<ArticleSummary>> answer = RestResponse.ResponseBuilder.ok(page);
        if (page.next() != null) {
            UriBuilder next = uri.getRequestUriBuilder().replaceQueryParam("after", page.next());
            answer.links(Link.fromUriBuilder(next).rel("next").build());
        }
        return answer.build();
    }
}
