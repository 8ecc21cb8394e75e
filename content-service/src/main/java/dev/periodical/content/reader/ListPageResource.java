package dev.periodical.content.reader;

import dev.periodical.content.article.ArticleLists;
import dev.periodical.content.article.ArticleQuery;
import dev.periodical.content.article.Face;
import dev.periodical.content.article.Faces;
import dev.periodical.content.article.FoundArticle;
import dev.periodical.content.article.LargestCategories;
import dev.periodical.content.ask.ListRequest;
import dev.periodical.http.Caller;
import dev.periodical.http.Language;
import dev.periodical.http.PublicAddresses;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The reader's lists: everything, a category, a tag, an author, and what was searched for. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class ListPageResource {

    private static final int PAGE = 20;
    private static final int BEGINNING = 400;

    private final ArticleLists lists;
    private final Faces faces;
    private final LargestCategories largest;
    private final PublicAddresses addresses;
    private final ReaderConfig config;
    private final Caller caller;
    private final PageAnswer answers;

    ListPageResource(
            ArticleLists lists,
            Faces faces,
            LargestCategories largest,
            PublicAddresses addresses,
            ReaderConfig config,
            Caller caller,
            PageAnswer answers) {
        this.lists = lists;
        this.faces = faces;
        this.largest = largest;
        this.addresses = addresses;
        this.config = config;
        this.caller = caller;
        this.answers = answers;
    }

    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<TemplateInstance>> all(@Context UriInfo uri, @Context RoutingContext exchange) {
        return list(ListAsked.of(uri.getQueryParameters()), exchange);
    }

    @GET
    @Path("search")
    @Operation(hidden = true)
    public Uni<RestResponse<TemplateInstance>> search(@Context UriInfo uri, @Context RoutingContext exchange) {
        return list(ListAsked.of(uri.getQueryParameters()), exchange);
    }

    @GET
    @Path("category/{levels:.+}")
    @Operation(hidden = true)
    public Uni<RestResponse<TemplateInstance>> category(
            @RestPath String levels, @Context UriInfo uri, @Context RoutingContext exchange) {
        return list(ListAsked.of(uri.getQueryParameters()).and("category", levels), exchange);
    }

    @GET
    @Path("tag/{name:.+}")
    @Operation(hidden = true)
    public Uni<RestResponse<TemplateInstance>> tag(
            @RestPath String name, @Context UriInfo uri, @Context RoutingContext exchange) {
        return list(ListAsked.of(uri.getQueryParameters()).and("tag", name), exchange);
    }

    @GET
    @Path("author/{name:.+}")
    @Operation(hidden = true)
    public Uni<RestResponse<TemplateInstance>> author(
            @RestPath String name, @Context UriInfo uri, @Context RoutingContext exchange) {
        return list(ListAsked.of(uri.getQueryParameters()).and("author", name), exchange);
    }

    private Uni<RestResponse<TemplateInstance>> list(ListAsked asked, RoutingContext exchange) {
        ListRequest wanted =
                ListRequest.ranked(ListRequest.parameters(asked.values(), ListRequest.PAGED), config.zone());
        Language language = Language.of(exchange);
        return caller.seesRestricted()
                .chain(restricted -> page(asked, wanted.restricted(restricted), language))
                .map(page -> answers.of(200, Pages.list(answers.frame(exchange, asked.words()), page), language));
    }

    private Uni<ListPage> page(ListAsked asked, ArticleQuery query, Language language) {
        return asked.continued()
                ? lists.page(query, PAGE + 1).chain(found -> page(asked, query, language, found, null))
                : lists.counted(query, PAGE + 1)
                        .chain(found -> page(asked, query, language, found.articles(), found.total()));
    }

    private Uni<ListPage> page(
            ListAsked asked, ArticleQuery query, Language language, List<FoundArticle> found, Long total) {
        return faces.of(ids(found), BEGINNING)
                .chain(seen -> categories(asked, query.restricted())
                        .map(categories -> page(asked, query, language, found, seen, categories, total)));
    }

    /** Only the list of all leads elsewhere. */
    private Uni<List<Chip>> categories(ListAsked asked, boolean restricted) {
        return asked.everything()
                ? largest.seen(restricted)
                        .map(facets -> facets.stream().map(Chip::category).toList())
                : Uni.createFrom().item(List.of());
    }

    private static List<UUID> ids(List<FoundArticle> found) {
        return found.stream().limit(PAGE).map(row -> row.summary().id()).toList();
    }

    private ListPage page(
            ListAsked asked,
            ArticleQuery query,
            Language language,
            List<FoundArticle> found,
            Map<UUID, Face> seen,
            List<Chip> categories,
            Long total) {
        ReaderMessages words = PageAnswer.words(language);
        ZoneId zone = config.zone();
        List<FoundArticle> shown = found.subList(0, Math.min(found.size(), PAGE));
        return new ListPage(
                asked.words(),
                shown.stream()
                        .map(row ->
                                ListEntry.of(row, seen.get(row.summary().id()), query.search(), addresses, zone, words))
                        .toList(),
                total == null ? null : Math.min(total, ArticleLists.COUNTED),
                total != null && total > ArticleLists.COUNTED,
                asked.filters(words),
                categories,
                asked.kept(),
                found.size() > PAGE ? asked.from(shown.get(PAGE - 1).place().text()) : null,
                asked.newest(),
                asked.feedQuery());
    }
}
