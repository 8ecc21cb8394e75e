package dev.periodical.events.released;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.periodical.events.Envelope;
import dev.periodical.events.kafka.Decoded;
import dev.periodical.events.kafka.EventCodec;
import dev.periodical.events.kafka.EventJson;
import dev.periodical.events.kafka.Sample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** N reads N+1: whatever a release may add, a consumer of today neither fails on it nor puts it aside. */
class FutureEventsTest {

    static List<String> valued() {
        return Releases.samples().stream()
                .filter(name -> Releases.sample(name).value() != null)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("valued")
    void newFields_atEveryLevel_arePassedOver(String name) throws Exception {
        // Given
        var sample = Releases.sample(name);
        var value = EventJson.MAPPER.readTree(sample.value());
        var grown = objects(value, "").toList();
        for (var object : grown) {
            object.put("ofTomorrow", "text").put("countOfTomorrow", 12.5).putNull("nothingOfTomorrow");
            object.putObject("thingOfTomorrow").putArray("parts").addObject().put("deep", true);
        }

        // Then
        assertThat(grown).isNotEmpty();
        assertThat(decoded(with(sample, value)).event())
                .isEqualTo(decoded(sample).event());
    }

    @ParameterizedTest
    @MethodSource("valued")
    void newWords_ofEveryList_areBorne(String name) throws Exception {
        var sample = Releases.sample(name);
        for (var place : listed(sample)) {
            var value = EventJson.MAPPER.readTree(sample.value());
            ((ObjectNode) value.at(place.substring(0, place.lastIndexOf('/'))))
                    .put(place.substring(place.lastIndexOf('/') + 1), "word-of-tomorrow");
            var event = decoded(with(sample, value)).event();
            assertThat(event.subject()).as(place).isEqualTo(sample.key());
            assertThat(EventJson.MAPPER.writeValueAsString(event)).as(place).doesNotContain("word-of-tomorrow");
        }
    }

    @Test
    void listsOfWords_areFoundBySchema() throws Exception {
        assertThat(listed(Releases.sample("1.0/article-with-everything")))
                .containsExactlyInAnyOrder(
                        "/visibility",
                        "/frontMatter/format",
                        "/body/kind",
                        "/published/confidence",
                        "/updated/confidence",
                        "/images/0/role");
        assertThat(listed(Releases.sample("1.0/media-suspect"))).containsExactly("/suspect");
        assertThat(listed(Releases.sample("1.0/media-failed"))).containsExactly("/reason");
    }

    @ParameterizedTest
    @MethodSource("valued")
    void whatIsOptional_mayBeMissing_orNull(String name) throws Exception {
        var sample = Releases.sample(name);
        var schema = EventJson.MAPPER.readTree(Releases.schemaOfToday("any/" + type(sample)));
        var required = new ArrayList<String>();
        schema.get("required").forEach(field -> required.add(field.textValue()));
        for (var field : EventJson.MAPPER.readTree(sample.value()).properties()) {
            if (!required.contains(field.getKey())) {
                var without = (ObjectNode) EventJson.MAPPER.readTree(sample.value());
                without.remove(field.getKey());
                assertThat(decoded(with(sample, without)).event().subject()).isEqualTo(sample.key());
                without.putNull(field.getKey());
                assertThat(decoded(with(sample, without)).event().subject()).isEqualTo(sample.key());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dev.periodical.media.stored.v2", "dev.periodical.picture.shrunk.v1", "org.elsewhere.thing"})
    void newTypes_withAndWithoutValue_arePassedOver(String type) {
        for (var name : Releases.samples()) {
            var sample = Releases.sample(name);
            var headers = new HashMap<>(sample.headers());
            headers.put("ce_type", type);
            assertThat(EventCodec.decode(new Sample(sample.topic(), sample.key(), headers, sample.value()).record()))
                    .isEqualTo(new Decoded.UnknownType(type));
        }
    }

    @ParameterizedTest
    @MethodSource("valued")
    void newHeaders_arePassedOver(String name) {
        var sample = Releases.sample(name);
        var headers = new HashMap<>(sample.headers());
        headers.put("ce_tenant", "a");
        headers.put("ce_dataschema", "https://periodical.dev/events/of-tomorrow.json");
        headers.put("x-anything", "b");
        assertThat(decoded(new Sample(sample.topic(), sample.key(), headers, sample.value())))
                .isEqualTo(decoded(sample));
    }

    /** Every object but the front matter's values, whose keys are the author's. */
    private static Stream<ObjectNode> objects(JsonNode node, String name) {
        if (node instanceof ObjectNode object && !name.equals("values")) {
            return Stream.concat(
                    Stream.of(object),
                    object.properties().stream()
                            .flatMap(field -> objects(field.getValue(), field.getKey()))
                            .toList()
                            .stream());
        }
        return node instanceof ArrayNode ? stream(node).flatMap(item -> objects(item, name)) : Stream.empty();
    }

    /** Where a word of a list stands in the sample, by the schema of today. */
    private static List<String> listed(Sample sample) throws Exception {
        var schema = EventJson.MAPPER.readTree(Releases.schemaOfToday("any/" + type(sample)));
        var places = new ArrayList<String>();
        listed(schema, schema, EventJson.MAPPER.readTree(sample.value()), "", places);
        return places;
    }

    private static void listed(JsonNode schema, JsonNode part, JsonNode value, String place, List<String> places) {
        var described =
                part.has("$ref") ? schema.at(part.get("$ref").textValue().substring(1)) : part;
        if (described.at("/anyOf/0").has("enum")) {
            places.add(place);
        }
        if (described.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                listed(schema, described.get("items"), value.get(i), place + "/" + i, places);
            }
        }
        for (var field : described.path("properties").properties()) {
            if (value.has(field.getKey())) {
                listed(schema, field.getValue(), value.get(field.getKey()), place + "/" + field.getKey(), places);
            }
        }
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        var items = new ArrayList<JsonNode>();
        array.forEach(items::add);
        return items.stream();
    }

    private static String type(Sample sample) {
        return sample.headers().get("ce_type").substring("dev.periodical.".length());
    }

    private static Sample with(Sample sample, JsonNode value) {
        return new Sample(sample.topic(), sample.key(), sample.headers(), value.toString());
    }

    private static Envelope decoded(Sample sample) {
        var decoded = EventCodec.decode(sample.record());
        assertThat(decoded).isInstanceOf(Decoded.Known.class);
        return ((Decoded.Known) decoded).envelope();
    }
}
