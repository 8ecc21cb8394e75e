package dev.periodical.events.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.periodical.events.Article;
import dev.periodical.events.ArticleIngested;
import dev.periodical.events.Body;
import dev.periodical.events.Envelope;
import dev.periodical.events.FailureReason;
import dev.periodical.events.FrontMatter;
import dev.periodical.events.Image;
import dev.periodical.events.MediaFailed;
import dev.periodical.events.MediaStored;
import dev.periodical.events.StatedDate;
import dev.periodical.events.Visibility;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {

    static List<String> known() {
        return Sample.NAMES.stream()
                .filter(name -> !name.equals(Sample.UNKNOWN_TYPE))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {Sample.ARTICLE_INGESTED, Sample.ARTICLE_WITHDRAWN, Sample.MEDIA_STORED, Sample.MEDIA_FAILED})
    void sample_isWhatIsWritten_onceRead(String name) {
        // Given
        Sample sample = Sample.read(name);

        // When
        ProducerRecord<String, byte[]> written = EventCodec.encode(envelope(sample.record()));
        TraceHeaders.put(sample.headers().get("traceparent"), written.headers());

        // Then
        assertThat(Sample.of(written)).isEqualTo(sample);
        assertThat(Instant.ofEpochMilli(written.timestamp()))
                .isEqualTo(Instant.parse(sample.headers().get("ce_time")).truncatedTo(ChronoUnit.MILLIS));
    }

    @ParameterizedTest
    @ValueSource(strings = {Sample.ARTICLE_INGESTED, Sample.MEDIA_STORED})
    void unknownField_isPassedOver(String name) {
        // Given
        Sample plain = Sample.read(name);
        Sample richer = Sample.read(name + "-unknown-field");

        // Then
        assertThat(richer.value()).isNotEqualTo(plain.value());
        assertThat(envelope(richer.record()).event())
                .isEqualTo(envelope(plain.record()).event());
    }

    @Test
    void unknownType_isNamed() {
        assertThat(EventCodec.decode(Sample.read(Sample.UNKNOWN_TYPE).record()))
                .isEqualTo(new Decoded.UnknownType("dev.periodical.article.translated.v1"));
    }

    @Test
    void time_keepsItsMicroseconds_andNoMore() {
        // Given
        Instant time = Instant.parse("2022-04-05T11:20:00.123456789Z");
        MediaFailed event = new MediaFailed("ref", "url", null, FailureReason.EMPTY, null);

        // When
        ProducerRecord<String, byte[]> written =
                EventCodec.encode(new Envelope("id", "/periodical/media", time, event));

        // Then
        assertThat(Sample.of(written).headers()).containsEntry("ce_time", "2022-04-05T11:20:00.123456Z");
    }

    @Test
    void unknownWords_becomeTheDefaults_neverTheMorePublicOne() {
        // When
        Article article = ((ArticleIngested) changed(Sample.ARTICLE_INGESTED, value -> {
                    value.put("visibility", "friends");
                    ((ObjectNode) value.get("frontMatter")).put("format", "toml");
                    ((ObjectNode) value.get("body")).put("kind", "asciidoc");
                    ((ObjectNode) value.get("published")).put("confidence", "guessed");
                    ((ObjectNode) value.get("images").get(0)).put("role", "gallery");
                }))
                .article();
        MediaStored stored = (MediaStored) changed(Sample.MEDIA_STORED, value -> value.put("suspect", "deep-fake"));
        MediaFailed failed = (MediaFailed) changed(Sample.MEDIA_FAILED, value -> value.put("reason", "legal-notice"));

        // Then
        assertThat(article.visibility()).isEqualTo(Visibility.RESTRICTED);
        assertThat(article.frontMatter().format()).isEqualTo(FrontMatter.Format.NONE);
        assertThat(article.body().kind()).isEqualTo(Body.Kind.HTML);
        assertThat(article.published().confidence()).isEqualTo(StatedDate.Confidence.NONE);
        assertThat(article.images().get(0).role()).isEqualTo(Image.Role.INLINE);
        assertThat(stored.suspect()).isEqualTo(FailureReason.OTHER);
        assertThat(failed.reason()).isEqualTo(FailureReason.OTHER);
    }

    @Test
    void recordWithoutHeaders_isNoEvent() {
        assertThat(undecodable(new Sample("periodical.articles", "k", Map.of(), "{}")))
                .startsWith("not a CloudEvent in binary mode");
    }

    @ParameterizedTest
    @MethodSource("known")
    void everyAttribute_isNeeded(String name) {
        for (String header : List.of("ce_specversion", "ce_id", "ce_source", "ce_type", "ce_time")) {
            assertThat(undecodable(without(Sample.read(name), header)))
                    .as(header)
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Sample.ARTICLE_INGESTED, Sample.MEDIA_STORED, Sample.MEDIA_FAILED})
    void recordOfAnotherKey_isUndecodable(String name) {
        Sample sample = Sample.read(name);
        for (String key : new String[] {"another", null}) {
            assertThat(undecodable(new Sample(sample.topic(), key, sample.headers(), sample.value())))
                    .startsWith("the record's key is not the event's subject");
        }
    }

    @Test
    void withdrawalWithoutKey_isUndecodable() {
        Sample sample = Sample.read(Sample.ARTICLE_WITHDRAWN);
        assertThat(undecodable(new Sample(sample.topic(), null, sample.headers(), null)))
                .contains("without a key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{\"id\":", "plain words", "\"text\"", "17"})
    void valueThatIsNotTheTypesJson_isUndecodable(String value) {
        for (String name : List.of(Sample.ARTICLE_INGESTED, Sample.MEDIA_STORED, Sample.MEDIA_FAILED)) {
            assertThat(undecodable(valued(name, value))).as(name).hasLineCount(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Sample.ARTICLE_INGESTED, Sample.MEDIA_STORED, Sample.MEDIA_FAILED})
    void nullValue_isUndecodable_butInAWithdrawal(String name) {
        assertThat(undecodable(valued(name, null))).contains("no value");
    }

    @Test
    void missingRequiredField_isNamed() {
        for (String field : List.of("id", "revision", "body")) {
            assertThat(undecodable(without(Sample.ARTICLE_INGESTED, field))).contains(field);
        }
        for (String field : List.of("ref", "mediaId")) {
            assertThat(undecodable(without(Sample.MEDIA_STORED, field))).contains(field);
        }
        assertThat(undecodable(without(Sample.MEDIA_FAILED, "ref"))).contains("ref");
    }

    @Test
    void mangledRecords_areJudged_neverThrown() {
        Random random = new Random(20220405);
        for (int round = 0; round < 3_000; round++) {
            ConsumerRecord<String, byte[]> record = mangled(
                    Sample.read(Sample.NAMES.get(round % Sample.NAMES.size())).record(), random);
            assertThat(EventCodec.decode(record)).as("round " + round).isNotNull();
        }
    }

    private static ConsumerRecord<String, byte[]> mangled(ConsumerRecord<String, byte[]> record, Random random) {
        List<String> names = new ArrayList<>();
        record.headers().forEach(header -> names.add(header.key()));
        String name = names.get(random.nextInt(names.size()));
        byte[] junk = new byte[random.nextInt(12)];
        random.nextBytes(junk);
        if (random.nextBoolean()) {
            record.headers().remove(name);
        }
        switch (random.nextInt(4)) {
            case 0 -> record.headers().add(name, null);
            case 1 -> record.headers().add(name, junk);
            case 2 -> record.headers().add("ce_" + random.nextInt(), junk);
            default -> {
                if (record.value() != null) {
                    record.value()[random.nextInt(record.value().length)] = (byte) random.nextInt();
                }
            }
        }
        return record;
    }

    private static Object changed(String name, Consumer<ObjectNode> change) {
        Sample sample = Sample.read(name);
        ObjectNode value = tree(sample);
        change.accept(value);
        return envelope(valued(name, value.toString()).record()).event();
    }

    private static Sample without(String name, String field) {
        ObjectNode value = tree(Sample.read(name));
        value.remove(field);
        return valued(name, value.toString());
    }

    private static ObjectNode tree(Sample sample) {
        try {
            return (ObjectNode) EventJson.MAPPER.readTree(sample.value());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Sample valued(String name, String value) {
        Sample sample = Sample.read(name);
        return new Sample(sample.topic(), sample.key(), sample.headers(), value);
    }

    private static Sample without(Sample sample, String header) {
        Map<String, String> headers = new HashMap<>(sample.headers());
        headers.remove(header);
        return new Sample(sample.topic(), sample.key(), headers, sample.value());
    }

    private static Envelope envelope(ConsumerRecord<String, byte[]> record) {
        Decoded decoded = EventCodec.decode(record);
        assertThat(decoded).isInstanceOf(Decoded.Known.class);
        return ((Decoded.Known) decoded).envelope();
    }

    private static String undecodable(Sample sample) {
        Decoded decoded = EventCodec.decode(sample.record());
        assertThat(decoded).isInstanceOf(Decoded.Undecodable.class);
        return ((Decoded.Undecodable) decoded).reason();
    }
}
