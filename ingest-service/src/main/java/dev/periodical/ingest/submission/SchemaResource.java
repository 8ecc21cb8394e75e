package dev.periodical.ingest.submission;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The schema of what becomes of an article, to which every accepted one is linked. */
@Path("/schemas/article.ingested.v1.json")
public class SchemaResource {

    static final String LINK =
            "</schemas/article.ingested.v1.json>; rel=\"describedby\"; type=\"application/schema+json\"";

    private static final String FILE = "/dev/periodical/events/schemas/article.ingested.v1.json";

    private final byte[] schema;

    SchemaResource() {
        try (InputStream in = dev.periodical.events.Article.class.getResourceAsStream(FILE)) {
            this.schema = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GET
    @NonBlocking
    @Produces("application/schema+json")
    @Operation(summary = "The JSON Schema of an accepted article's event")
    public byte[] schema() {
        return schema;
    }
}
