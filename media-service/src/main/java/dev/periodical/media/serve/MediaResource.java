package dev.periodical.media.serve;

import dev.periodical.events.kafka.TransientFailure;
import dev.periodical.http.Problems;
import dev.periodical.media.store.PictureStore;
import dev.periodical.media.store.StoredPicture;
import dev.periodical.media.thumbnail.Thumbnails;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Kept pictures. What lies under an id never changes, so a client that has it is never sent it again. */
@Path("/media")
public class MediaResource {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]{1,18}-[0-9]{0,18}|-[0-9]{1,18})");

    private final PictureStore store;
    private final Thumbnails thumbnails;

    MediaResource(PictureStore store, Thumbnails thumbnails) {
        this.store = store;
        this.thumbnails = thumbnails;
    }

    @GET
    @Path("/{id:[0-9a-f]{64}}")
    @Operation(
            summary = "A kept picture",
            description =
                    "By the SHA-256 of its bytes. Takes `Range` and `If-None-Match`. With `width` (320, 640 or 1280) a"
                            + " thumbnail, upright and no wider, always whole: JPEG, or PNG where something shows through. The"
                            + " picture itself where it is no wider, moves, is longer than four widths, or can't be decoded."
                            + " Made when it is first asked for.")
    public RestMulti<Buffer> picture(
            RoutingContext exchange,
            @RestPath String id,
            @RestQuery String width,
            @HeaderParam("Range") String range,
            @HeaderParam("If-Range") String ifRange,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        exchange.addHeadersEndHandler(ready -> frameOnce(exchange.response().headers()));
        Integer wanted = width(width);
        String etag = wanted == null ? '"' + id + '"' : '"' + id + '-' + wanted + '"';
        boolean wholeAnyway = ifRange != null && !ifRange.equals(etag);
        Uni<StoredPicture> opened = matches(ifNoneMatch, etag)
                ? Uni.createFrom().item(StoredPicture.NOT_MODIFIED)
                : open(id, wanted, wholeAnyway ? null : oneRange(range))
                        .onItem()
                        .ifNull()
                        .failWith(() -> Problems.notFound("No picture " + id + " is kept."))
                        .onFailure(TransientFailure.class)
                        .transform(away ->
                                Problems.unavailable("The store does not answer, or too much waits.", RETRY_AFTER))
                        .invoke(MediaResource::refuseEmptyRange);
        return RestMulti.fromUniResponse(
                opened, StoredPicture::bytes, picture -> headers(picture, etag, wanted == null), StoredPicture::status);
    }

    private Uni<StoredPicture> open(String id, Integer width, String range) {
        return width == null ? store.open(id, range) : thumbnails.open(id, width);
    }

    private static Integer width(String asked) {
        return asked == null
                ? null
                : Thumbnails.WIDTHS.stream()
                        .filter(width -> asked.equals(width.toString()))
                        .findFirst()
                        .orElseThrow(() -> Problems.badParameter("width", "320, 640 or 1280, not '" + asked + "'"));
    }

    /** A length that is known frames the body; streaming adds chunks to it, and RFC 9112, 6.2 forbids both. */
    private static void frameOnce(MultiMap headers) {
        if (headers.contains(HttpHeaders.CONTENT_LENGTH)) {
            headers.remove("Transfer-Encoding");
        }
    }

    /** Null for what is no single range of bytes: then the whole is answered, as RFC 9110, 14.2 allows. */
    private static String oneRange(String range) {
        return range != null && RANGE.matcher(range.strip()).matches() ? range.strip() : null;
    }

    private static void refuseEmptyRange(StoredPicture picture) {
        if (picture.status() == 416) {
            HttpProblem.Builder problem = HttpProblem.builder()
                    .withStatus(Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .withTitle("Nothing in this range")
                    .withDetail("The picture ends before the range begins.");
            throw (picture.contentRange() == null
                            ? problem
                            : problem.withHeader("Content-Range", picture.contentRange()))
                    .build();
        }
    }

    private static boolean matches(String ifNoneMatch, String etag) {
        return ifNoneMatch != null && ifNoneMatch.contains(etag);
    }

    private static Map<String, List<String>> headers(StoredPicture picture, String etag, boolean parts) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put(HttpHeaders.ETAG, List.of(etag));
        headers.put(HttpHeaders.CACHE_CONTROL, List.of("public, max-age=31536000, immutable"));
        headers.put("Accept-Ranges", List.of(parts ? "bytes" : "none"));
        headers.put("X-Content-Type-Options", List.of("nosniff"));
        // an SVG opened by itself is a page: it may run nothing and ask nobody
        headers.put("Content-Security-Policy", List.of("default-src 'none'; style-src 'unsafe-inline'; sandbox"));
        headers.put("Cross-Origin-Resource-Policy", List.of("cross-origin"));
        put(headers, HttpHeaders.CONTENT_TYPE, picture.contentType());
        put(headers, HttpHeaders.CONTENT_LENGTH, picture.length());
        put(headers, "Content-Range", picture.contentRange());
        return headers;
    }

    private static void put(Map<String, List<String>> headers, String name, Object value) {
        if (value != null) {
            headers.put(name, List.of(value.toString()));
        }
    }
}
