package dev.periodical.content.browse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.periodical.events.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/**
 * Answers with an {@code ETag} of what is answered, and 304 where the caller has that already. Caches may keep an answer but ask
 * each time, so what is withdrawn is gone at once; what a token holder got is for him alone.
 */
@ApplicationScoped
class ConditionalAnswer {

    private static final int TAG = 32;

    private final ObjectMapper json;

    ConditionalAnswer(ObjectMapper json) {
        this.json = json;
    }

    /** @param personal whether the caller's token decided what is in it */
    Response.ResponseBuilder of(Object body, boolean personal, Request request) {
        String text = text(body);
        EntityTag tag = new EntityTag(Sha256.hex(text).substring(0, TAG), true);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer =
                unchanged == null ? Response.ok(text, MediaType.APPLICATION_JSON_TYPE) : unchanged;
        return answer.tag(tag)
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
