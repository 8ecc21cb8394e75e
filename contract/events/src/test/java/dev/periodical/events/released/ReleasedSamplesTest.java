package dev.periodical.events.released;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.periodical.events.Article;
import dev.periodical.events.ArticleIngested;
import dev.periodical.events.ArticleWithdrawn;
import dev.periodical.events.Body;
import dev.periodical.events.Envelope;
import dev.periodical.events.Event;
import dev.periodical.events.FailureReason;
import dev.periodical.events.FrontMatter;
import dev.periodical.events.Image;
import dev.periodical.events.MediaFailed;
import dev.periodical.events.MediaStored;
import dev.periodical.events.StatedDate;
import dev.periodical.events.Visibility;
import dev.periodical.events.kafka.Decoded;
import dev.periodical.events.kafka.EventCodec;
import dev.periodical.events.kafka.EventJson;
import dev.periodical.events.kafka.Sample;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** N+1 reads N: what any release wrote still means the same. */
class ReleasedSamplesTest {

    private static final String PICTURE = "https://proxy.example/?https://pictures.example/a.png";
    private static final String REF = "869e0ec03001e8a4714ac4669098007884a72d60a5c252ba20f453f62cb7e43a";

    static List<String> samples() {
        return Releases.samples();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyFieldIsStillUnderstood(String name) throws Exception {
        // Given
        var sample = Releases.sample(name);

        // When
        var envelope = decoded(sample);
        var today = Sample.of(EventCodec.encode(envelope));

        // Then
        assertThat(today.topic()).isEqualTo(sample.topic());
        assertThat(today.key()).isEqualTo(sample.key());
        assertThat(sample.headers()).containsAllEntriesOf(today.headers());
        if (sample.value() == null) {
            assertThat(today.value()).isNull();
        } else {
            assertHolds(tree(today), tree(sample), "");
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void itFitsTheSchemaOfToday(String name) {
        var sample = Releases.sample(name);
        if (sample.value() != null) {
            var type = sample.headers().get("ce_type").substring("dev.periodical.".length());
            var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Releases.schemaOfToday("any/" + type));
            assertThat(schema.validate(sample.value(), InputFormat.JSON)).isEmpty();
        }
    }

    @Test
    void articleWithEverything_meansWhatItMeant() {
        var values = new LinkedHashMap<String, Object>();
        values.put("title", "灯市");
        values.put("draft", true);
        assertThat(event("1.0/article-with-everything"))
                .isEqualTo(new ArticleIngested(new Article(
                        "0b0f6c0a-6f0e-5e1f-9a55-5f1a3ad0c111",
                        "ab".repeat(32),
                        "posts/灯市.md",
                        "https://blog.example/灯市",
                        "灯市",
                        "林见潮",
                        new StatedDate(
                                "2026-11-24", Instant.parse("2026-11-23T16:00:00Z"), StatedDate.Confidence.DATE_ONLY),
                        new StatedDate("Invalid Date", null, StatedDate.Confidence.NONE),
                        List.of(List.of("news", "local"), List.of("灯")),
                        List.of("夜", "灯"),
                        Visibility.RESTRICTED,
                        new FrontMatter(FrontMatter.Format.JSON, "\"title\": \"灯市\", \"draft\": true", values),
                        new Body(Body.Kind.MARKDOWN, "看**灯**\n<!-- more -->\n"),
                        "<p>看<strong>灯</strong></p>\n",
                        "<p>看</p>",
                        List.of(new Image(
                                REF,
                                PICTURE,
                                List.of("https://pictures.example/a.png"),
                                Image.Role.POSTER,
                                "灯",
                                640,
                                480)))));
    }

    @Test
    void media_meanWhatTheyMeant() {
        assertThat(event("1.0/media-suspect"))
                .isEqualTo(new MediaStored(
                        REF,
                        PICTURE,
                        "https://pictures.example/a.png",
                        "cd".repeat(32),
                        "image/gif",
                        43,
                        1,
                        1,
                        "L6PZfSi_.AyE_3t7t7R**0o#DgR4",
                        FailureReason.PLACEHOLDER));
        assertThat(event("1.0/media-failed"))
                .isEqualTo(new MediaFailed(
                        "f6093ac08c6892827fb19053598e150e1483039d8d55236c5140cdcf74301491",
                        "https://cors.reader.workers.dev/?http://static.pictures.example.com/post/2022/04/05/boats.gif",
                        "http://static.pictures.example.com/post/2022/04/05/boats.gif",
                        FailureReason.NOT_FOUND,
                        "404 from static.pictures.example.com"));
        assertThat(event("1.0/article-withdrawn"))
                .isEqualTo(new ArticleWithdrawn("4ea8299f-de9a-5d2a-99bc-1e9b4977a981"));
    }

    private static Event event(String name) {
        return decoded(Releases.sample(name)).event();
    }

    private static Envelope decoded(Sample sample) {
        var decoded = EventCodec.decode(sample.record());
        assertThat(decoded).isInstanceOf(Decoded.Known.class);
        return ((Decoded.Known) decoded).envelope();
    }

    private static JsonNode tree(Sample sample) throws Exception {
        return EventJson.MAPPER.readTree(sample.value());
    }

    /** Whatever is in the one is in the other, which may have more. */
    private static void assertHolds(JsonNode richer, JsonNode released, String place) {
        if (released.isObject()) {
            for (Map.Entry<String, JsonNode> field : released.properties()) {
                assertThat(richer.has(field.getKey()))
                        .as(place + "/" + field.getKey())
                        .isTrue();
                assertHolds(richer.get(field.getKey()), field.getValue(), place + "/" + field.getKey());
            }
        } else if (released.isArray()) {
            assertThat(richer.size()).as(place).isEqualTo(released.size());
            for (int i = 0; i < released.size(); i++) {
                assertHolds(richer.get(i), released.get(i), place + "/" + i);
            }
        } else {
            assertThat(richer).as(place).isEqualTo(released);
        }
    }
}
