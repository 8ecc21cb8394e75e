package dev.periodical.content.reader;

import dev.periodical.content.article.ArticleLibrary;
import dev.periodical.content.article.ArticleLists;
import dev.periodical.content.article.ArticleOrder;
import dev.periodical.content.article.ArticleQuery;
import dev.periodical.content.article.FoundArticle;
import dev.periodical.content.article.Place;
import dev.periodical.http.Caller;
import dev.periodical.http.Problems;
import dev.periodical.http.PublicAddresses;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The reader: a list of articles, and a page for each. Restricted articles only to holders of a token. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class ReaderResource {

    private static final int PAGE = 20;

    private final ArticleLibrary library;
    private final ArticleLists lists;
    private final PublicAddresses addresses;
    private final ReaderConfig config;
    private final Caller caller;

    ReaderResource(
            ArticleLibrary library, ArticleLists lists, PublicAddresses addresses, ReaderConfig config, Caller caller) {
        this.library = library;
        this.lists = lists;
        this.addresses = addresses;
        this.config = config;
        this.caller = caller;
    }

    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<TemplateInstance>> list(@QueryParam("after") String after) {
        Place place = place(after);
        return caller.seesRestricted()
                .chain(restricted -> lists.page(latest(place, restricted), PAGE + 1))
                .map(rows -> answer(200, page(rows, place != null)));
    }

    private TemplateInstance page(List<FoundArticle> rows, boolean continued) {
        ZoneId zone = config.zone();
        List<FoundArticle> shown = rows.subList(0, Math.min(rows.size(), PAGE));
        return Pages.list(
                shown.stream().map(row -> ListEntry.of(row.summary(), zone)).toList(),
                rows.size() > PAGE ? shown.get(PAGE - 1).place().text() : null,
                continued);
    }

    private static ArticleQuery latest(Place after, boolean restricted) {
        return new ArticleQuery(
                null, null, List.of(), null, null, null, null, ArticleOrder.PUBLISHED, after, restricted);
    }

    private static Place place(String after) {
        return after == null || after.isEmpty()
                ? null
                : Place.parse(after)
                        .filter(place -> place.order() == ArticleOrder.PUBLISHED)
                        .orElseThrow(() -> Problems.badParameter("after", "not a cursor that a page's 'next' gave"));
    }

    @GET
    @Path("read/{id}")
    @Operation(hidden = true)
    public Uni<RestResponse<TemplateInstance>> article(@RestPath UUID id) {
        return caller.seesRestricted()
                .chain(restricted -> library.find(id, restricted))
                .map(kept -> kept == null
                        ? answer(404, Pages.missing(id.toString()))
                        : answer(200, Pages.article(ArticlePage.of(kept, addresses, config.zone()))));
    }

    private RestResponse<TemplateInstance> answer(int status, TemplateInstance page) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.fromStatusCode(status), page)
                .header("Content-Security-Policy", contentSecurityPolicy())
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Vary", "Authorization")
                .build();
    }

    /** Nothing but our own style and the kept pictures: an article's markup can reach no third party. */
    private String contentSecurityPolicy() {
        return "default-src 'self'; img-src 'self' " + addresses.media()
                + "; media-src 'none'; frame-src 'none'; script-src 'none'; style-src 'self' 'unsafe-inline'; base-uri 'none';"
                + " form-action 'self'; frame-ancestors 'none'";
    }
}
