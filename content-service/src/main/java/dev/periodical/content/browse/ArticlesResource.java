package dev.periodical.content.browse;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.periodical.content.article.ArticleLibrary;
import dev.periodical.content.article.ArticleLists;
import dev.periodical.content.article.ArticleQuery;
import dev.periodical.content.article.FoundArticle;
import dev.periodical.content.ask.AskConfig;
import dev.periodical.content.ask.ConditionalAnswer;
import dev.periodical.content.ask.ListRequest;
import dev.periodical.content.ask.Parameters;
import dev.periodical.http.Caller;
import dev.periodical.http.Page;
import dev.periodical.http.Problems;
import dev.periodical.http.PublicAddresses;
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
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;

/** Articles by any question, and each of them whole. Restricted ones only to holders of a token. */
@Path("/articles")
@Produces(MediaType.APPLICATION_JSON)
public class ArticlesResource {

    private final ArticleLibrary library;
    private final ArticleLists lists;
    private final PublicAddresses addresses;
    private final Caller caller;
    private final ConditionalAnswer answers;
    private final AskConfig config;
    private final ObjectMapper json;

    ArticlesResource(
            ArticleLibrary library,
            ArticleLists lists,
            PublicAddresses addresses,
            Caller caller,
            ConditionalAnswer answers,
            AskConfig config,
            ObjectMapper json) {
        this.library = library;
        this.lists = lists;
        this.addresses = addresses;
        this.caller = caller;
        this.answers = answers;
        this.config = config;
        this.json = json;
    }

    @GET
    @Operation(
            summary = "Articles",
            description = "All filters hold together. A page never skips or repeats an article while others arrive.")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING),
            description = Examples.Q,
            example = "灯塔 -台风")
    @Parameter(
            name = "category",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING),
            description = "A category with all below it, levels parted by a slash.",
            example = "新闻/本地")
    @Parameter(
            name = "tag",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING),
            description = "A tag. May be given again: then all of them.",
            example = "测试")
    @Parameter(name = "author", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING), example = "青屿晚报")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING),
            description = "Published at that moment or later, or from that day on.",
            example = "2024-03-01")
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING),
            description = "Published before that moment, or up to that day's end.",
            example = "2024-03-31")
    @Parameter(
            name = "pictures",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {
                                "any",
                                "none",
                                "complete",
                                "waiting",
                                "stored",
                                "suspect",
                                "failed",
                                "refused"
                            }),
            description = "With pictures, without, with all of them kept, or with one at least in that state.")
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"published", "ingested", "relevance"}),
            description =
                    "The newest first. Relevance is usual with q and needs it, and compares the latest thousand finds.")
    @Parameter(
            name = "fields",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING),
            description = "The items' fields that are wanted, parted by commas.",
            example = "id,title")
    @Parameter(
            name = "after",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING),
            description = "The `next` of the page before.")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING),
            description = "From 1 to 100, usually 20.",
            example = "20")
    @APIResponse(
            responseCode = "200",
            description = "A page. `Link` with rel=next leads on.",
            content =
                    @Content(
                            schema = @Schema(implementation = ArticlePage.class),
                            examples = @ExampleObject(name = "search", value = Examples.PAGE)))
    @APIResponse(responseCode = "304", description = "As `If-None-Match` says.")
    @APIResponse(
            responseCode = "400",
            description = "A parameter that is not known or can't be so. `parameter` names it.")
    public Uni<Response> list(@Context UriInfo uri, @Context Request request) {
        Parameters parameters = ListRequest.parameters(uri.getQueryParameters(), ListRequest.PAGED, "fields");
        ListRequest asked = ListRequest.ranked(parameters, config.zone());
        Set<String> fields = parameters.words("fields", ArticleItem.FIELDS).orElse(Set.of());
        return caller.seesRestricted()
                .chain(restricted -> page(asked.restricted(restricted), asked.limit(), fields)
                        .map(page -> linked(answers.of(page, restricted, request), page, uri)));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One article with its pictures' states")
    @APIResponse(
            responseCode = "200",
            description = "The article.",
            content = @Content(schema = @Schema(implementation = ArticleView.class)))
    @APIResponse(responseCode = "304", description = "As `If-None-Match` says.")
    @APIResponse(responseCode = "404", description = "There is none for this caller.")
    public Uni<Response> one(@RestPath UUID id, @Context Request request) {
        return caller.seesRestricted()
                .chain(restricted -> library.find(id, restricted)
                        .onItem()
                        .ifNull()
                        .failWith(() -> Problems.notFound("There is no article " + id + "."))
                        .map(kept -> answers.of(ArticleView.of(kept, addresses), restricted, request)
                                .build()));
    }

    private Uni<ArticlePage> page(ArticleQuery query, int limit, Set<String> fields) {
        Function<FoundArticle, ObjectNode> item = found -> item(query, fields, found);
        return query.search() != null && query.after() == null
                ? lists.counted(query, limit + 1).map(found -> page(found.articles(), limit, item, found.total()))
                : lists.page(query, limit + 1).map(rows -> page(rows, limit, item, null));
    }

    private static ArticlePage page(
            List<FoundArticle> rows, int limit, Function<FoundArticle, ObjectNode> item, Long total) {
        Page<ObjectNode> page =
                Page.behind(rows, limit, item, found -> found.place().text());
        return new ArticlePage(
                page.items(),
                page.next(),
                total == null ? null : (int) Math.min(total, ArticleLists.COUNTED),
                total == null ? null : total <= ArticleLists.COUNTED);
    }

    private ObjectNode item(ArticleQuery query, Set<String> fields, FoundArticle found) {
        ObjectNode item = json.valueToTree(ArticleItem.of(found, query.search()));
        return fields.isEmpty() ? item : item.retain(fields);
    }

    private static Response linked(Response.ResponseBuilder answer, ArticlePage page, UriInfo uri) {
        if (page.next() != null) {
            answer.links(Page.link(uri, page.next()));
        }
        return answer.build();
    }
}
