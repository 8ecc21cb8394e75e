package dev.periodical.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.periodical.events.ImageRef;
import dev.periodical.events.Sha256;
import dev.periodical.events.Topics;
import dev.periodical.events.kafka.DeadLetter;
import io.minio.GetObjectArgs;
import io.minio.MinioAsyncClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FetchingProfile.class)
class PathIT {

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Inject
    MinioAsyncClient bucket;

    @ConfigProperty(name = "periodical.store.bucket")
    String bucketName;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    HostileOrigin origin;
    private static Desk desk;

    @BeforeAll
    static void open() {
        desk = new Desk();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void article_leadsToTheOriginsBytesAndTheirEvent() throws Exception {
        var bytes = Samples.drawn("png", 10);
        var url = "http://path.example/a.png";
        origin.host("path.example", e -> e.picture("image/png", bytes));

        desk.publish(Desk.article(url), TRACE);
        var picture = desk.settled(ImageRef.of(url));

        var id = Sha256.hex(bytes);
        assertThat(picture.getString("state")).isEqualTo("stored");
        assertThat(picture.getString("mediaId")).isEqualTo(id);
        assertThat(picture.getInt("width")).isEqualTo(40);
        assertThat(object(id)).isEqualTo(bytes);
        try (var topic = PlainTopic.media()) {
            var record = topic.of(ImageRef.of(url)).get(0);
            assertThat(PlainTopic.header(record, "ce_type")).isEqualTo("dev.periodical.media.stored.v1");
            assertThat(PlainTopic.header(record, "traceparent")).isEqualTo(TRACE);
            assertThat(new String(record.value())).contains(id, "\"contentType\":\"image/png\"");
        }
    }

    @Test
    void pictureThatCantBeHad_isToldWithItsReason() {
        origin.host("missing.example", e -> e.status(410));
        var ref = desk.handIn("http://missing.example/a.png");

        assertThat(desk.settled(ref).getString("reason")).isEqualTo("not-found");
        try (var topic = PlainTopic.media()) {
            var record = topic.of(ref).get(0);
            assertThat(PlainTopic.header(record, "ce_type")).isEqualTo("dev.periodical.media.failed.v1");
            assertThat(new String(record.value())).contains("\"reason\":\"not-found\"");
        }
    }

    @Test
    void redelivery_storesOnce() {
        origin.host("again.example", e -> e.picture("image/png", Samples.drawn("png", 11)));
        var article = Desk.article("http://again.example/a.png");
        var ref = ImageRef.of("http://again.example/a.png");

        desk.publish(article, null);
        desk.settled(ref);
        desk.publish(article, null);
        desk.publish(article, null);
        desk.settled(desk.handIn("http://again.example/behind.png"));

        assertThat(origin.asked("again.example")).containsExactly("/a.png", "/behind.png");
        try (var topic = PlainTopic.media()) {
            assertThat(topic.of(ref)).hasSize(1);
        }
    }

    @Test
    void pictureOfTwoArticles_isFetchedOnce() {
        origin.host("shared.example", e -> e.picture("image/png", Samples.drawn("png", 12)));

        desk.publish(Desk.article("http://shared.example/a.png", "http://shared.example/b.png"), null);
        desk.publish(Desk.article("http://shared.example/a.png", "http://shared.example/c.png"), null);
        for (var name : new String[] {"a", "b", "c"}) {
            desk.settled(ImageRef.of("http://shared.example/" + name + ".png"));
        }

        assertThat(origin.asked("shared.example")).containsExactlyInAnyOrder("/a.png", "/b.png", "/c.png");
    }

    @Test
    void slowHost_delaysNobody() {
        origin.host("slow.example", e -> e.pause(10_000));
        origin.host("quick.example", e -> e.picture("image/png", Samples.drawn("png", 13)));

        var slow = desk.handIn("http://slow.example/a.png");
        await().until(() -> !origin.asked("slow.example").isEmpty());
        desk.settled(desk.handIn("http://quick.example/a.png"));

        assertThat(RestAssured.get("/pictures/" + slow).jsonPath().getString("state"))
                .isEqualTo("waiting");
    }

    @Test
    void undecodableRecord_isPutAsideAndTheNextIsHandled() throws Exception {
        var key = UUID.randomUUID().toString();
        try (var producer = new KafkaProducer<>(Desk.kafka(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.ARTICLES.name(), key, "no event".getBytes()))
                    .get();
        }
        var behind = desk.handIn("http://behind-the-bad.example/a.png");

        assertThat(desk.settled(behind).getString("state")).isEqualTo("failed");
        try (var topic = new PlainTopic("periodical.articles.media.dlt")) {
            var letter = topic.of(key).get(0);
            assertThat(letter.value()).isEqualTo("no event".getBytes());
            assertThat(PlainTopic.header(letter, DeadLetter.TOPIC)).isEqualTo("periodical.articles");
            assertThat(PlainTopic.header(letter, DeadLetter.REASON)).isNotBlank();
        }
    }

    @Test
    void metrics_obeyTheirEquation() {
        desk.settled(desk.handIn("http://counted.example/a.png"));

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            var lines = RestAssured.get(metrics).asString().lines().toList();
            var planned = sum(lines, "periodical_media_planned");
            assertThat(planned).isPositive();
            assertThat(sum(lines, "periodical_media_pictures")).isEqualTo(planned);
        });
    }

    @Test
    void metrics_sayWhyPicturesCouldNotBeHad() {
        assertThat(desk.settled(desk.handIn("ftp://counted.example/a.png")).getString("reason"))
                .isEqualTo("scheme-not-allowed");

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            var lines = RestAssured.get(metrics).asString().lines().toList();
            assertThat(sum(lines, "periodical_media_failures", "scheme-not-allowed"))
                    .isPositive();
            assertThat(sum(lines, "periodical_media_failures"))
                    .isEqualTo(sum(lines, "periodical_media_pictures", "failed")
                            + sum(lines, "periodical_media_pictures", "refused"));
            assertThat(lines).anyMatch(line -> line.startsWith("periodical_media_due "));
        });
    }

    private static double sum(java.util.List<String> lines, String metric, String label) {
        return sum(
                lines.stream().filter(line -> line.contains('"' + label + '"')).toList(), metric);
    }

    private static double sum(java.util.List<String> lines, String metric) {
        return lines.stream()
                .filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private byte[] object(String id) throws IOException {
        try (var object = bucket.getObject(
                        GetObjectArgs.builder().bucket(bucketName).object(id).build())
                .join()) {
            return object.readAllBytes();
        }
    }
}
