package dev.periodical.events.released;

import com.fasterxml.jackson.databind.JsonNode;
import dev.periodical.events.kafka.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares a schema with a released one. Only additions are free: new optional fields, new words of an open list. What was
 * promised stays promised (old consumers rely on it); what was optional stays optional (old records lack it).
 */
final class SchemaChanges {

    /** For people, or looked at by themselves. */
    private static final Set<String> APART = Set.of(
            "$schema", "$id", "$defs", "$ref", "title", "description", "examples", "properties", "required", "items");

    private final JsonNode released;
    private final JsonNode today;
    private final List<String> found = new ArrayList<>();

    private SchemaChanges(JsonNode released, JsonNode today) {
        this.released = released;
        this.today = today;
    }

    /** What today's schema breaks, one sentence each; empty where it only adds. */
    static List<String> breaking(String released, String today) {
        try {
            var changes = new SchemaChanges(EventJson.MAPPER.readTree(released), EventJson.MAPPER.readTree(today));
            changes.compare(changes.released, changes.today, "");
            return changes.found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compare(JsonNode before, JsonNode after, String place) {
        var old = resolved(released, before);
        var now = resolved(today, after);
        keywords(old, now, place);
        words(old.at("/anyOf/0/enum"), now.at("/anyOf/0/enum"), place);
        required(old, now, place);
        for (var field : old.path("properties").properties()) {
            var successor = now.path("properties").path(field.getKey());
            if (successor.isMissingNode()) {
                found.add(place + "/" + field.getKey() + " was removed or renamed");
            } else {
                compare(field.getValue(), successor, place + "/" + field.getKey());
            }
        }
        if (old.has("items") && now.has("items")) {
            compare(old.get("items"), now.get("items"), place + "/*");
        }
    }

    private void keywords(JsonNode old, JsonNode now, String place) {
        var keywords = new TreeSet<String>();
        old.fieldNames().forEachRemaining(keywords::add);
        now.fieldNames().forEachRemaining(keywords::add);
        keywords.removeAll(APART);
        for (var keyword : keywords) {
            var same = keyword.equals("anyOf")
                    ? old.at("/anyOf/1").equals(now.at("/anyOf/1"))
                    : old.path(keyword).equals(now.path(keyword));
            if (!same) {
                found.add(place + ": " + keyword + " changed");
            }
        }
        if (old.has("items") != now.has("items")) {
            found.add(place + ": items changed");
        }
    }

    private void words(JsonNode old, JsonNode now, String place) {
        var left = texts(old);
        left.removeAll(texts(now));
        left.forEach(word -> found.add(place + ": the word " + word + " was removed"));
    }

    private void required(JsonNode old, JsonNode now, String place) {
        var before = texts(old.path("required"));
        var after = texts(now.path("required"));
        for (var field : after) {
            if (!before.contains(field)) {
                found.add(place + "/" + field + " became required");
            }
        }
        for (var field : before) {
            if (!after.contains(field)) {
                found.add(place + "/" + field + " is no longer promised");
            }
        }
    }

    private static JsonNode resolved(JsonNode document, JsonNode schema) {
        return schema.has("$ref") ? document.at(schema.get("$ref").textValue().substring(1)) : schema;
    }

    private static Set<String> texts(JsonNode array) {
        var texts = new TreeSet<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
