package dev.periodical.media;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.periodical.events.Topics;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** What media could not take, at its door. */
@QuarkusTest
@TestProfile(FetchingProfile.class)
class DeadLettersIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    HostileOrigin origin;

    @Test
    void requeue_isOneMoreTry_andTheEquationHolds() throws Exception {
        // Given
        String key = UUID.randomUUID().toString();
        try (var producer = new KafkaProducer<>(Desk.kafka(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.ARTICLES.name(), key, "no event".getBytes()))
                    .get();
        }
        Map<String, Object> letter = awaitLetters(key, 1).get(0);

        // When
        operator()
                .body(Map.of(
                        "topic",
                        "periodical.articles",
                        "partition",
                        letter.get("partition"),
                        "offset",
                        letter.get("offset")))
                .post("/dead-letters/requeue")
                .then()
                .statusCode(200)
                .body("requeued", equalTo(1));

        // Then
        assertThat(awaitLetters(key, 2)).extracting("state").containsExactly("waiting", "requeued");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(counter("received"))
                        .isPositive()
                        .isEqualTo(counter("handled") + counter("skipped") + counter("dead_lettered")));
    }

    @Test
    void door_isTheServicesOwn_byItsName() {
        operator()
                .get("/media-service/dead-letters?topic=periodical.articles&limit=1")
                .then()
                .statusCode(200);
        operator()
                .get("/media-service/dead-letters?topic=periodical.media")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("topic"));
        given().get("/content-service/dead-letters").then().statusCode(404);
    }

    @Test
    void letters_areForOperators() {
        given().get("/dead-letters").then().statusCode(401);
    }

    private double counter(String what) {
        return RestAssured.get(metrics)
                .asString()
                .lines()
                .filter(line -> line.startsWith("periodical_consumer_" + what + "_total{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static List<Map<String, Object>> awaitLetters(String key, int count) {
        return await().atMost(PATIENCE)
                .until(
                        () -> operator()
                                .get("/dead-letters?limit=200")
                                .jsonPath()
                                .getList("items.findAll { it.key == '" + key + "' }"),
                        found -> found.size() == count);
    }

    private static RequestSpecification operator() {
        return given().header("Authorization", "Bearer test-token").contentType("application/json");
    }
}
