package dev.periodical.content.reader;

import dev.periodical.content.article.ArticleLibrary;
import dev.periodical.content.article.KeptRevision;
import dev.periodical.content.article.RevisionDifference;
import dev.periodical.content.article.Revisions;
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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The reader's page of an article, and of what it said before. Restricted articles only to holders of a token. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class ArticlePageResource {

    private final ArticleLibrary library;
    private final Revisions revisions;
    private final PublicAddresses addresses;
    private final ReaderConfig config;
    private final Caller caller;
    private final PageAnswer answers;

    ArticlePageResource(
            ArticleLibrary library,
            Revisions revisions,
            PublicAddresses addresses,
            ReaderConfig config,
            Caller caller,
            PageAnswer answers) {
        this.library = library;
        this.revisions = revisions;
        this.addresses = addresses;
        this.config = config;
        this.caller = caller;
        this.answers = answers;
    }

    @GET
    @Path("read/{id}")
    @Operation(hidden = true)
    public Uni<RestResponse<TemplateInstance>> article(@RestPath UUID id, @Context RoutingContext exchange) {
        Language language = Language.of(exchange);
        Frame frame = answers.frame(exchange, null);
        return caller.seesRestricted()
                .chain(restricted -> library.find(id, restricted))
                .map(kept -> kept == null
                        ? missing(id, frame, language)
                        : answers.of(
                                200,
                                Pages.article(
                                        frame,
                                        ArticlePage.of(kept, addresses, config.zone(), PageAnswer.words(language))),
                                language));
    }

    @GET
    @Path("read/{id}/revisions")
    @Operation(hidden = true)
    public Uni<RestResponse<TemplateInstance>> history(
            @RestPath UUID id, @RestQuery String from, @RestQuery String to, @Context RoutingContext exchange) {
        Language language = Language.of(exchange);
        Frame frame = answers.frame(exchange, null);
        return caller.seesRestricted()
                .chain(restricted -> revisions
                        .of(id, restricted)
                        .chain(all -> all.isEmpty()
                                ? Uni.createFrom().item(missing(id, frame, language))
                                : difference(id, from, to, all, restricted)
                                        .map(difference ->
                                                HistoryPage.of(id.toString(), all, difference, config.zone()))
                                        .map(page -> answers.of(200, Pages.history(frame, page), language))));
    }

    /** Null where the page was not asked for one of these revisions. */
    private Uni<RevisionDifference> difference(
            UUID id, String from, String to, List<KeptRevision> all, boolean restricted) {
        List<String> known = all.stream().map(KeptRevision::revision).toList();
        if (!known.contains(from) || !known.contains(to)) {
            return Uni.createFrom().nullItem();
        }
        return revisions
                .pair(id, from, to, restricted)
                .map(pair -> pair.from() == null || pair.to() == null
                        ? null
                        : RevisionDifference.between(pair.from(), pair.to()));
    }

    private RestResponse<TemplateInstance> missing(UUID id, Frame frame, Language language) {
        return answers.of(404, Pages.missing(frame, id.toString()), language);
    }

    /** Remembers the language chosen and goes back to a page of this reader. */
    @GET
    @Path("language")
    @Operation(hidden = true)
    public Response language(@RestQuery String to, @RestQuery String back) {
        boolean own = back != null && back.matches("/(?![/\\\\])[\\x21-\\x7e]*");
        var answer = Response.seeOther(URI.create(own ? back : "/"));
        Language.named(to).ifPresent(language -> answer.cookie(language.remembered()));
        return answer.build();
    }
}
