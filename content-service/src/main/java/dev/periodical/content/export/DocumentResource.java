package dev.periodical.content.export;

import dev.periodical.content.article.ArticleLibrary;
import dev.periodical.content.article.KeptArticle;
import dev.periodical.content.ask.AskConfig;
import dev.periodical.content.ask.ConditionalAnswer;
import dev.periodical.content.ask.Parameters;
import dev.periodical.http.Caller;
import dev.periodical.http.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;

/** One article as the Hexo document it is. */
@Path("/articles/{id}/document")
public class DocumentResource {

    private static final String MARKDOWN = "text/markdown; charset=utf-8";
    private static final List<String> IMAGES = List.of("local", "original");
    private static final String EXAMPLE = """
            ---
            title: 老灯塔今晚重新点亮
            date: 2022-04-05 19:20:00
            ---
            {% raw %}
            <p><img src="/images/7d444840-9dc0-51d2-b245-5ffdce74fad2/3c9909afec25354d.jpg" alt="灯塔"></p>
            {% endraw %}
            """;

    private final ArticleLibrary library;
    private final ExportThreads threads;
    private final Pictures pictures;
    private final Caller caller;
    private final ConditionalAnswer answers;
    private final AskConfig config;

    DocumentResource(
            ArticleLibrary library,
            ExportThreads threads,
            Pictures pictures,
            Caller caller,
            ConditionalAnswer answers,
            AskConfig config) {
        this.library = library;
        this.threads = threads;
        this.pictures = pictures;
        this.caller = caller;
        this.answers = answers;
        this.config = config;
    }

    @GET
    @Produces("text/markdown")
    @Operation(
            summary = "The article as a Hexo document",
            description =
                    "What an export has of it. Without a token a head that has secrets is written anew without them.")
    @Parameter(ref = "images")
    @APIResponse(
            responseCode = "200",
            description = "The document.",
            content = @Content(examples = @ExampleObject(name = "local", value = EXAMPLE)))
    @APIResponse(responseCode = "304", description = "As `If-None-Match` says.")
    @APIResponse(responseCode = "404", description = "There is no such article for this caller.")
    public Uni<Response> document(@RestPath UUID id, @Context UriInfo uri, @Context Request request) {
        Parameters parameters = new Parameters(uri.getQueryParameters(), Set.of("images"), Set.of());
        Form form = Form.of(parameters.word("images", IMAGES).orElse("local"));
        return caller.seesRestricted()
                .chain(restricted -> library.find(id, restricted)
                        .onItem()
                        .ifNull()
                        .failWith(() -> Problems.notFound("There is no article " + id + "."))
                        .emitOn(threads)
                        .map(kept -> answers.of(text(kept, form, restricted), MARKDOWN, null, restricted, request)
                                .header("Content-Disposition", disposition(kept))
                                .header("X-Content-Type-Options", "nosniff")
                                .build()));
    }

    private String text(KeptArticle kept, Form form, boolean whole) {
        return form == Form.ORIGINAL
                ? HexoDocument.original(kept.article(), whole)
                : HexoDocument.local(kept, pictures.packed(kept).links());
    }

    /** RFC 6266 with RFC 8187's encoding: names have more than ASCII. */
    private String disposition(KeptArticle kept) {
        String name = URLEncoder.encode(TreeName.file(kept, config.zone()), StandardCharsets.UTF_8)
                .replace("+", "%20");
        return "attachment; filename*=UTF-8''" + name;
    }
}
