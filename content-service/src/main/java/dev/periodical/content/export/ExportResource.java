package dev.periodical.content.export;

import dev.periodical.content.article.ArticleQuery;
import dev.periodical.content.ask.AskConfig;
import dev.periodical.content.ask.ListRequest;
import dev.periodical.content.ask.Parameters;
import dev.periodical.http.Caller;
import io.smallrye.mutiny.Multi;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestMulti;

/** The archive, or any part of it, as a Hexo tree in one file. Restricted articles only to holders of a token. */
@Path("/")
public class ExportResource {

    private static final String DESCRIPTION =
            "Streams `source/_posts/*.md`, in the local form also `source/images`, and at its end a `README.md` that says what"
                    + " is in the tree: without one it was cut off. Takes every filter of `GET /articles`. `images=original` posted"
                    + " to `POST /batches` makes the same articles in the same revisions.";
    private static final List<String> IMAGES = List.of("local", "original");

    private final Selected selected;
    private final Exports exports;
    private final ExportThreads threads;
    private final Pictures pictures;
    private final Caller caller;
    private final AskConfig config;

    ExportResource(
            Selected selected,
            Exports exports,
            ExportThreads threads,
            Pictures pictures,
            Caller caller,
            AskConfig config) {
        this.selected = selected;
        this.exports = exports;
        this.threads = threads;
        this.pictures = pictures;
        this.caller = caller;
        this.config = config;
    }

    @GET
    @Path("export.tar")
    @Produces("application/x-tar")
    @Operation(summary = "Articles as a Hexo tree in a tar", description = DESCRIPTION)
    @Parameter(ref = "q")
    @Parameter(ref = "category")
    @Parameter(ref = "tag")
    @Parameter(ref = "author")
    @Parameter(ref = "from")
    @Parameter(ref = "to")
    @Parameter(ref = "pictures")
    @Parameter(ref = "sort")
    @Parameter(ref = "images")
    @APIResponse(
            responseCode = "200",
            description = "The tree.",
            content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "400", description = "A parameter that is not known or can't be so.")
    @APIResponse(responseCode = "503", description = "Enough exports are running, or a backing service is away.")
    public RestMulti<Buffer> tar(@Context UriInfo uri, RoutingContext exchange) {
        return export(uri, exchange, TarPacking::new, "articles.tar");
    }

    @GET
    @Path("export.zip")
    @Produces("application/zip")
    @Operation(summary = "Articles as a Hexo tree in a zip", description = DESCRIPTION)
    @Parameter(ref = "q")
    @Parameter(ref = "category")
    @Parameter(ref = "tag")
    @Parameter(ref = "author")
    @Parameter(ref = "from")
    @Parameter(ref = "to")
    @Parameter(ref = "pictures")
    @Parameter(ref = "sort")
    @Parameter(ref = "images")
    @APIResponse(
            responseCode = "200",
            description = "The tree.",
            content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "400", description = "A parameter that is not known or can't be so.")
    @APIResponse(responseCode = "503", description = "Enough exports are running, or a backing service is away.")
    public RestMulti<Buffer> zip(@Context UriInfo uri, RoutingContext exchange) {
        return export(uri, exchange, ZipPacking::new, "articles.zip");
    }

    private RestMulti<Buffer> export(UriInfo uri, RoutingContext exchange, Supplier<Packing> packing, String file) {
        Parameters parameters = ListRequest.parameters(uri.getQueryParameters(), ListRequest.FILTERS, "images");
        Form form = Form.of(parameters.word("images", IMAGES).orElse("local"));
        ListRequest asked = ListRequest.timed(parameters, config.zone());
        boolean bodiless = exchange.request().method().equals(HttpMethod.HEAD);
        return RestMulti.fromUniResponse(
                caller.seesRestricted(),
                restricted -> bodiless
                        ? Multi.createFrom().empty()
                        : exports.run(
                                exchange.response(), () -> tree(packing.get(), form, asked.restricted(restricted))),
                restricted -> Map.of(
                        "Content-Disposition",
                        List.of("attachment; filename=\"" + file + "\""),
                        "Cache-Control",
                        List.of("no-store"),
                        "Vary",
                        List.of("Authorization")));
    }

    private Multi<Buffer> tree(Packing packing, Form form, ArticleQuery query) {
        Tree tree = new Tree(
                packing, form, query.restricted(), kept -> TreeName.of(kept, form, config.zone()), pictures, threads);
        return tree.of(selected.articles(query)).map(Buffer::buffer);
    }
}
