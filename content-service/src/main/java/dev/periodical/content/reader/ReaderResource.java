package dev.periodical.content.reader;

import dev.periodical.content.article.ArticleLibrary;
import dev.periodical.http.Caller;
import dev.periodical.http.Cursor;
import dev.periodical.http.Page;
import dev.periodical.http.PublicAddresses;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
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
    private final PublicAddresses addresses;
    private final ReaderConfig config;
    private final Caller caller;

    ReaderResource(ArticleLibrary library, PublicAddresses addresses, ReaderConfig config, Caller caller) {
        this.library = library;
        this.addresses = addresses;
        this.config = config;
        this.caller = caller;
    }

    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<TemplateInstance>> list(@QueryParam("after") String after) {
        ZoneId zone = config.zone();
        Cursor place = Cursor.parseWithUuid("after", after);
        return caller.seesRestricted()
                .chain(restricted -> library.list(place, PAGE + 1, restricted))
                .map(rows -> Page.of(
                        rows,
                        PAGE,
                        row -> ListEntry.of(row, zone),
                        row -> new Cursor(row.listedAt(), row.id().toString())))
                .map(page -> answer(200, Pages.list(page.items(), page.next(), after != null)));
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
