package dev.periodical.ingest.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.periodical.events.kafka.EventJson;
import dev.periodical.ingest.article.Warning;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A line of a batch's answer.
 *
 * @param item the item's number, from 1
 * @param name its name: path, key, guid; null where it has none
 * @param status {@code accepted} or {@code refused}; whether anything changed is not guessed
 * @param id the article's id
 * @param revision what was accepted
 * @param images how many pictures were found
 * @param pictures those that the tree itself may hold, where the client asked for them
 * @param warnings what was repaired or assumed
 * @param problem why it was refused, as {@code POST /articles} would have answered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BatchLine(
        long item,
        String name,
        String status,
        String id,
        String revision,
        Integer images,
        List<OwnPicture> pictures,
        List<Warning> warnings,
        Map<String, Object> problem) {

    static BatchLine accepted(long item, String name, Validated read, List<OwnPicture> pictures) {
        return new BatchLine(
                item,
                name,
                "accepted",
                read.article().id(),
                read.article().revision(),
                read.article().images().size(),
                pictures,
                read.warnings(),
                null);
    }

    static BatchLine refused(long item, String name, HttpProblem problem) {
        return new BatchLine(item, name, "refused", null, null, null, null, null, fields(problem));
    }

    /** A problem where there is no answer of its own to carry it: {@code Retry-After} becomes a field. */
    static Map<String, Object> fields(HttpProblem problem) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("status", problem.getStatusCode());
        fields.put("title", problem.getTitle());
        fields.put("detail", problem.getDetail());
        fields.putAll(problem.getParameters());
        Object retryAfter = problem.getHeaders().get("Retry-After");
        if (retryAfter != null) {
            fields.put("retryAfter", retryAfter);
        }
        return fields;
    }

    byte[] bytes() {
        return json(this);
    }

    static byte[] json(Object line) {
        try {
            return (EventJson.MAPPER.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line of plain values can be written", e);
        }
    }
}
