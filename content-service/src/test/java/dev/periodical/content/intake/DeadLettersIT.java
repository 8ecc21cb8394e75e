package dev.periodical.content.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

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
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What content could not take, at its door. */
@QuarkusTest
@QuarkusTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "databases", value = "content"))
class DeadLettersIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String LETTERS = "periodical.articles.content.dlt";

    BackingServices backing;

    private RecordPublisher topic;

    @BeforeEach
    void open() {
        topic = new RecordPublisher(new PublishingConfig(
                Map.of("bootstrap.servers", backing.coordinates().kafkaBootstrapServers()),
                List.of(Topics.ARTICLES),
                Duration.ofSeconds(10),
                1L << 25));
    }

    @AfterEach
    void close() {
        topic.close();
    }

    @Test
    void letters_areForOperators() {
        given().get("/dead-letters").then().statusCode(401).contentType("application/problem+json");
        given().contentType("application/json")
                .body("{\"topic\": \"periodical.articles\"}")
                .post("/dead-letters/requeue")
                .then()
                .statusCode(401);
    }

    @Test
    void requeue_isOneMoreTry_andWhatFailsAgainOneMoreLetter() {
        // Given
        String key = putAside("d1");
        Map<String, Object> letter = awaitLetters(key, 1).get(0);
        assertThat(letter).containsEntry("state", "waiting").containsEntry("topic", LETTERS);

        // When
        operator()
                .body(Map.of("topic", LETTERS, "partition", letter.get("partition"), "offset", letter.get("offset")))
                .post("/dead-letters/requeue")
                .then()
                .statusCode(200)
                .body("requeued", equalTo(1));

        // Then
        List<Map<String, Object>> both = awaitLetters(key, 2);
        assertThat(both).extracting("state").containsExactly("waiting", "requeued");
        assertThat(both).extracting("original").containsOnly(letter.get("original"));
        String behind = "d2";
        publish(behind);
        await().atMost(PATIENCE)
                .until(() -> given().get("/articles/" + ArticleId.ofKey(behind)).statusCode() == 200);
        assertThat(letters(key)).hasSize(2);
    }

    @Test
    void requeue_asksForAFilter_thatItKnows() {
        operator()
                .body("{}")
                .post("/dead-letters/requeue")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("topic"));
        operator()
                .body("{\"topic\": \"periodical.elsewhere\"}")
                .post("/dead-letters/requeue")
                .then()
                .statusCode(400)
                .body("detail", containsString(LETTERS));
        operator()
                .body("{\"offset\": 3}")
                .post("/dead-letters/requeue")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("offset"));
        operator().get("/dead-letters?after=x").then().statusCode(400).body("parameter", equalTo("after"));
        operator().get("/dead-letters?from=today").then().statusCode(400).body("parameter", equalTo("from"));
    }

    @Test
    void pages_leadToTheNext() {
        String key = putAside("d3");
        putAside("d4");
        awaitLetters(key, 1);

        operator()
                .get("/dead-letters?topic=periodical.articles&limit=1")
                .then()
                .statusCode(200)
                .header("Link", containsString("rel=\"next\""))
                .body("items.size()", equalTo(1));
    }

    @Test
    void kafkaAway_isSaid() {
        backing.stop("kafka");
        try {
            operator().get("/dead-letters").then().statusCode(503).header("Retry-After", "5");
        } finally {
            backing.start("kafka");
        }
    }

    private String putAside(String name) {
        String key = ArticleId.ofKey(name);
        topic.publish(new ProducerRecord<>(Topics.ARTICLES.name(), key, "no event".getBytes()))
                .toCompletableFuture()
                .join();
        return key;
    }

    private void publish(String name) {
        topic.publish(EventCodec.encode(Events.at(Instant.now(), Events.ingested(Events.article(name, "后")))))
                .toCompletableFuture()
                .join();
    }

    private static List<Map<String, Object>> awaitLetters(String key, int count) {
        return await().atMost(PATIENCE).until(() -> letters(key), found -> found.size() == count);
    }

    private static List<Map<String, Object>> letters(String key) {
        return operator()
                .get("/dead-letters?topic=periodical.articles&reason=not a CloudEvent&limit=200")
                .jsonPath()
                .getList("items.findAll { it.key == '" + key + "' }");
    }

    private static RequestSpecification operator() {
        return given().header("Authorization", "Bearer test-token").contentType("application/json");
    }
}
