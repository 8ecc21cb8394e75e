package dev.periodical.content.ask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.periodical.events.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;

/**
 * Answers with an {@code ETag} of what is answered, and 304 where the caller has that already. Caches may keep an answer but ask
 * each time, so what is withdrawn is gone at once; what a token holder got is for him alone.
 */
@ApplicationScoped
public class ConditionalAnswer {

    private static final int TAG = 32;

    private final ObjectMapper json;

    ConditionalAnswer(ObjectMapper json) {
        this.json = json;
    }

    /** @param personal whether the caller's token decided what is in it */
    public Response.ResponseBuilder of(Object body, boolean personal, Request request) {
        return of(text(body), MediaType.APPLICATION_JSON, null, personal, request);
    }

    /**
     * The same for an answer that is text.
     *
     * @param changed when what is in it changed last; null where nothing says so
     */
    public Response.ResponseBuilder of(String text, String type, Instant changed, boolean personal, Request request) {
        EntityTag tag = new EntityTag(Sha256.hex(text).substring(0, TAG), true);
        Date seconds = changed == null ? null : Date.from(changed.truncatedTo(ChronoUnit.SECONDS));
        Response.ResponseBuilder unchanged =
                seconds == null ? request.evaluatePreconditions(tag) : request.evaluatePreconditions(seconds, tag);
        return (unchanged == null ? Response.ok(text, type) : unchanged)
                .tag(tag)
                .lastModified(seconds)
                .header("Cache-Control", personal ? "private, no-cache" : "no-cache")
                .header("Vary", "Authorization");
    }

    private String text(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer that has no JSON", e);
        }
    }
}
