package dev.periodical.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.periodical.events.kafka.DeadLetter;
import dev.periodical.events.kafka.EventJson;
import dev.periodical.events.kafka.PutBack;
import dev.periodical.events.kafka.Sample;
import dev.periodical.events.kafka.Subscription;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The documents for people and programs outside say what the code does. */
class ContractDocumentsTest {

    private static final JsonNode ASYNCAPI = asyncApi();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /** The message of each known type, with the record that carries its data. */
    static Stream<Arguments> types() {
        return Stream.of(
                Arguments.of("articleIngested", ArticleIngested.TYPE, Topics.ARTICLES, Article.class),
                Arguments.of("articleWithdrawn", ArticleWithdrawn.TYPE, Topics.ARTICLES, null),
                Arguments.of("mediaStored", MediaStored.TYPE, Topics.MEDIA, MediaStored.class),
                Arguments.of("mediaFailed", MediaFailed.TYPE, Topics.MEDIA, MediaFailed.class));
    }

    static Stream<String> samplesOfKnownTypes() {
        return Sample.NAMES.stream().filter(name -> !name.equals(Sample.UNKNOWN_TYPE));
    }

    static Stream<String> samplesWithData() {
        return samplesOfKnownTypes().filter(name -> Sample.read(name).value() != null);
    }

    static Stream<Arguments> nested() {
        return Stream.of(
                Arguments.of("/$defs/date", StatedDate.class),
                Arguments.of("/$defs/image", Image.class),
                Arguments.of("/properties/frontMatter", FrontMatter.class),
                Arguments.of("/properties/body", Body.class));
    }

    static Stream<Arguments> words() {
        return Stream.of(
                Arguments.of(ArticleIngested.TYPE, "/properties/visibility", Visibility.class),
                Arguments.of(
                        ArticleIngested.TYPE, "/properties/frontMatter/properties/format", FrontMatter.Format.class),
                Arguments.of(ArticleIngested.TYPE, "/properties/body/properties/kind", Body.Kind.class),
                Arguments.of(ArticleIngested.TYPE, "/$defs/date/properties/confidence", StatedDate.Confidence.class),
                Arguments.of(ArticleIngested.TYPE, "/$defs/image/properties/role", Image.Role.class),
                Arguments.of(MediaStored.TYPE, "/properties/suspect", FailureReason.class),
                Arguments.of(MediaFailed.TYPE, "/properties/reason", FailureReason.class));
    }

    @ParameterizedTest
    @MethodSource("samplesWithData")
    void everySample_fitsItsSchema(String name) {
        // Given
        Sample sample = Sample.read(name);

        // When
        List<Error> errors =
                REGISTRY.getSchema(schema(sample.headers().get("ce_type"))).validate(sample.value(), InputFormat.JSON);

        // Then
        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samplesOfKnownTypes")
    void everySamplesHeaders_fitTheAsyncApiDocument(String name) {
        // Given
        Sample sample = Sample.read(name);
        String message = types().filter(
                        type -> type.get()[1].equals(sample.headers().get("ce_type")))
                .map(type -> (String) type.get()[0])
                .findFirst()
                .orElseThrow();
        JsonNode headers = JsonMapper.shared().valueToTree(sample.headers());

        // When
        List<Error> errors = headers(message).validate(headers);

        // Then
        assertThat(errors).isEmpty();
        assertThat(sample.headers()).containsEntry("ce_subject", sample.key());
    }

    @Test
    void schemas_canSayNo() {
        Schema schema = REGISTRY.getSchema(schema(MediaStored.TYPE));
        assertThat(schema.validate("{\"ref\": \"short\", \"url\": \"\", \"size\": 0}", InputFormat.JSON))
                .hasSizeGreaterThanOrEqualTo(5);
        assertThat(headers("mediaStored").validate(JsonMapper.shared().createObjectNode()))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyType_hasItsMessage_onItsTopic(String message, String type, Topic topic, Class<?> data) {
        // Given
        JsonNode described = ASYNCAPI.at("/components/messages/" + message);

        // Then
        assertThat(described.at("/name").asString()).isEqualTo(type);
        assertThat(described.at("/headers").toString()).contains("\"ce_type\":{\"const\":\"" + type + "\"}");
        assertThat(messages(topic)).contains(message);
        if (data == null) {
            assertThat(described.at("/payload/type").asString()).isEqualTo("null");
        } else {
            String file = described.at("/payload/$ref").asString();
            assertThat(file).isEqualTo(file(type));
            assertThat(fields(schema(type))).isEqualTo(components(data));
        }
    }

    @ParameterizedTest
    @MethodSource("nested")
    void schemasNestedFields_areTheCodes(String place, Class<?> data) {
        assertThat(fields(schema(ArticleIngested.TYPE).at(place))).isEqualTo(components(data));
    }

    @ParameterizedTest
    @MethodSource("words")
    void schemasWords_areTheCodes_andNewOnesMayCome(String type, String place, Class<?> words) {
        JsonNode described = schema(type).at(place);
        assertThat(described.at("/anyOf/0/enum").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(Arrays.stream(words.getEnumConstants())
                        .map(ContractDocumentsTest::word)
                        .toList());
        assertThat(described.at("/anyOf/1/type").asString()).isEqualTo("string");
    }

    @Test
    void topics_areDeclaredAsCreated() {
        for (Topic topic : List.of(Topics.ARTICLES, Topics.MEDIA)) {
            assertThat(binding(channel(topic))).as(topic.name()).isEqualTo(Map.of(topic.partitions(), topic.config()));
        }
        Topic deadLetters = Topics.deadLetters(Topics.ARTICLES, "content");
        assertThat(binding(ASYNCAPI.at("/channels/deadLetters")))
                .isEqualTo(Map.of(deadLetters.partitions(), deadLetters.config()));
        Topic requeued = Topics.requeued(Topics.ARTICLES, "content");
        assertThat(binding(ASYNCAPI.at("/channels/requeued")))
                .isEqualTo(Map.of(requeued.partitions(), requeued.config()));
    }

    @Test
    void deadLetters_areNamedAndHeadedAsTheCodeDoes() {
        // Given
        JsonNode channel = ASYNCAPI.at("/channels/deadLetters");
        Set<String> headers = Set.of(
                DeadLetter.REASON, DeadLetter.TOPIC, DeadLetter.PARTITION, DeadLetter.OFFSET, DeadLetter.TIMESTAMP);

        // Then
        for (Topic source : List.of(Topics.ARTICLES, Topics.MEDIA)) {
            String address = channel.at("/address")
                    .asString()
                    .replace("{topic}", source.name())
                    .replace("{consumer}", "content");
            assertThat(address).isEqualTo(Topics.deadLetters(source, "content").name());
            assertThat(channel.at("/parameters/topic/enum").toString()).contains("\"" + source.name() + "\"");
        }
        assertThat(fields(ASYNCAPI.at("/components/schemas/deadLetter"))).isEqualTo(headers);
    }

    @Test
    void whatIsPutBack_isNamedAndHeadedAsTheCodeDoes() {
        // Given
        JsonNode channel = ASYNCAPI.at("/channels/requeued");
        ConsumerRecord<String, byte[]> letter = new ConsumerRecord<>("dlt", 0, 7, "k", new byte[0]);

        // When
        Headers headers =
                PutBack.of(letter, Topics.requeued(Topics.MEDIA, "content")).headers();

        // Then
        assertThat(channel.at("/address")
                        .asString()
                        .replace("{topic}", Topics.MEDIA.name())
                        .replace("{consumer}", "content"))
                .isEqualTo(Topics.requeued(Topics.MEDIA, "content").name());
        assertThat(fields(ASYNCAPI.at("/components/schemas/putBack")))
                .isEqualTo(Arrays.stream(headers.toArray()).map(Header::key).collect(Collectors.toSet()));
    }

    @Test
    void groups_areNamedAsTheCodeDoes() {
        for (String consumer : List.of("content", "media")) {
            String group = new Subscription(consumer, List.of(Topics.ARTICLES), 1, 1, Map.of()).group();
            assertThat(ASYNCAPI.at("/operations/" + consumer + "HearsArticles/bindings/kafka/groupId/const")
                            .asString())
                    .isEqualTo(group);
        }
    }

    @Test
    void everyReference_leadsSomewhere() {
        assertThat(ASYNCAPI.at("/asyncapi").asString()).isEqualTo("3.0.0");
        assertThat(ASYNCAPI.findValuesAsString("$ref")).isNotEmpty().allSatisfy(reference -> {
            if (reference.startsWith("#")) {
                assertThat(ASYNCAPI.at(reference.substring(1)).isMissingNode()).isFalse();
            } else {
                assertThat(ContractDocumentsTest.class.getResource(reference)).isNotNull();
            }
        });
    }

    private static Schema headers(String message) {
        return REGISTRY.getSchema(JsonMapper.shared()
                .createObjectNode()
                .put("$ref", "#/components/messages/" + message + "/headers")
                .set("components", ASYNCAPI.at("/components")));
    }

    private static JsonNode channel(Topic topic) {
        return ASYNCAPI.at("/channels")
                .valueStream()
                .filter(channel -> channel.at("/address").asString().equals(topic.name()))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> messages(Topic topic) {
        return new TreeSet<>(channel(topic).at("/messages").propertyNames());
    }

    private static Map<Integer, Map<String, String>> binding(JsonNode channel) {
        JsonNode kafka = channel.at("/bindings/kafka");
        Map<String, String> config = new HashMap<>();
        kafka.at("/topicConfiguration")
                .properties()
                .forEach(setting -> config.put(
                        setting.getKey(),
                        setting.getValue().isArray()
                                ? setting.getValue().get(0).asString()
                                : setting.getValue().asString()));
        return Map.of(kafka.at("/partitions").asInt(), config);
    }

    private static Set<String> fields(JsonNode schema) {
        return new TreeSet<>(schema.at("/properties").propertyNames());
    }

    private static Set<String> components(Class<?> data) {
        return new TreeSet<>(Arrays.stream(data.getRecordComponents())
                .map(RecordComponent::getName)
                .toList());
    }

    private static String word(Object constant) {
        return EventJson.MAPPER.valueToTree(constant).textValue();
    }

    private static JsonNode schema(String type) {
        return JsonMapper.shared().readTree(resource(file(type)));
    }

    private static String file(String type) {
        return "schemas/" + type.substring("dev.periodical.".length()) + ".json";
    }

    private static JsonNode asyncApi() {
        return new YAMLMapper().readTree(resource("asyncapi.yaml"));
    }

    private static byte[] resource(String name) {
        try (InputStream file = Topics.class.getResourceAsStream(name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
