package dev.periodical.content.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.periodical.events.kafka.EventJson;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Rows as PostgreSQL's JSON says them. */
final class Rows {

    private Rows() {}

    static <T> T read(String json, Class<T> type) {
        try {
            return EventJson.MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row that is no " + type.getSimpleName(), e);
        }
    }

    static String write(Object value) {
        try {
            return EventJson.MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON of a " + value.getClass().getSimpleName(), e);
        }
    }

    /** As the database's client takes it. */
    static OffsetDateTime time(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
