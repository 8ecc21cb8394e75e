package dev.periodical.kubernetes.manifests;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Strimzi's definitions are no Go module that {@code deploy/kubernetes/crds} could fetch; but its model is published and knows
 * every field and every listed value. Read without its patience for unknown fields, it refuses what the operator would pass
 * over.
 */
class StrimziTest {

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .annotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1;

                @Override
                public Boolean hasAnySetter(Annotated member) {
                    return false;
                }
            })
            .build();

    private static final Map<String, Class<?>> MODEL = Map.of(
            "Kafka", Kafka.class,
            "KafkaNodePool", KafkaNodePool.class,
            "KafkaTopic", KafkaTopic.class,
            "KafkaUser", KafkaUser.class);

    static Stream<JsonNode> resources() {
        return Folder.documents().stream()
                .filter(document -> document.path("apiVersion").asText().startsWith("kafka.strimzi.io/"));
    }

    @ParameterizedTest
    @MethodSource("resources")
    void everyField_isKnownToTheModel(JsonNode resource) {
        assertThatCode(() -> STRICT.convertValue(
                        resource, MODEL.get(resource.path("kind").asText())))
                .doesNotThrowAnyException();
    }
}
