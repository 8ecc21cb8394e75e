package dev.periodical.content.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.periodical.backing.BackingServices;
import dev.periodical.backing.quarkus.BackingServicesResource;
import dev.periodical.content.Events;
import dev.periodical.events.ArticleId;
import dev.periodical.events.Topics;
import dev.periodical.events.kafka.EventCodec;
import dev.periodical.events.kafka.PublishingConfig;
import dev.periodical.events.kafka.RecordPublisher;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "databases", value = "content"))
class IntakeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    BackingServices backing;

    private RecordPublisher topic;

    @BeforeEach
    void open() {
        topic = new RecordPublisher(new PublishingConfig(
                kafka(), List.of(Topics.ARTICLES, Topics.MEDIA), Duration.ofSeconds(10), 1L << 25));
    }

    @AfterEach
    void close() {
        topic.close();
    }

    @Test
    void event_becomesAnArticle() {
        publish("i1", "到");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(status("i1")).isEqualTo(200));
    }

    @Test
    void undecodableRecord_isDeadLettered_andTheNextIsHandled() {
        topic.publish(new ProducerRecord<>(Topics.ARTICLES.name(), ArticleId.ofKey("i2"), "no event".getBytes()))
                .toCompletableFuture()
                .join();
        publish("i2", "后");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(status("i2")).isEqualTo(200));
        ConsumerRecord<String, byte[]> dead = deadLetter(ArticleId.ofKey("i2"));
        assertThat(dead.value()).isEqualTo("no event".getBytes());
        assertThat(new String(dead.headers().lastHeader("dead_letter_reason").value()))
                .contains("CloudEvent");
    }

    @Test
    void databaseAway_losesNothing() {
        backing.stop("postgres");
        publish("i3", "等");
        given().get("/articles/" + ArticleId.ofKey("i3")).then().statusCode(503).header("Retry-After", "5");
        backing.start("postgres");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(status("i3")).isEqualTo(200));
    }

    private int status(String key) {
        return given().get("/articles/" + ArticleId.ofKey(key)).statusCode();
    }

    private void publish(String key, String text) {
        topic.publish(EventCodec.encode(Events.at(Instant.now(), Events.ingested(Events.article(key, text)))))
                .toCompletableFuture()
                .join();
    }

    private ConsumerRecord<String, byte[]> deadLetter(String key) {
        TopicPartition partition = new TopicPartition(
                Topics.deadLetters(Topics.ARTICLES, "content").name(), 0);
        try (var consumer = new KafkaConsumer<>(kafka(), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (key.equals(record.key())) {
                        found.add(record);
                    }
                });
                return !found.isEmpty();
            });
            return found.get(0);
        }
    }

    private Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", backing.coordinates().kafkaBootstrapServers());
    }
}
