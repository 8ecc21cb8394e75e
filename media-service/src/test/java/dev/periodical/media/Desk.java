package dev.periodical.media;

import static org.awaitility.Awaitility.await;

import dev.periodical.events.Article;
import dev.periodical.events.ArticleIngested;
import dev.periodical.events.Body;
import dev.periodical.events.Envelope;
import dev.periodical.events.Image;
import dev.periodical.events.ImageRef;
import dev.periodical.events.Topics;
import dev.periodical.events.Visibility;
import dev.periodical.events.kafka.EventCodec;
import dev.periodical.events.kafka.PublishingConfig;
import dev.periodical.events.kafka.RecordPublisher;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** Where tests hand articles in, as ingest would, and see what became of their pictures. */
final class Desk implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RecordPublisher records = new RecordPublisher(
            new PublishingConfig(kafka(), List.of(Topics.ARTICLES), Duration.ofSeconds(10), 8L << 20));

    static Map<String, Object> kafka() {
        return Map.of(
                "bootstrap.servers", ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    }

    static Envelope article(String... urls) {
        List<Image> images = Arrays.stream(urls)
                .map(url -> new Image(ImageRef.of(url), url, List.of(), Image.Role.INLINE, null, null, null))
                .toList();
        Article article = new Article(
                UUID.randomUUID().toString(),
                "0".repeat(64),
                null,
                null,
                "An article",
                null,
                null,
                null,
                null,
                null,
                Visibility.PUBLIC,
                null,
                new Body(Body.Kind.HTML, ""),
                "",
                null,
                images);
        return new Envelope(
                UUID.randomUUID().toString(), "/periodical/ingest", Instant.now(), new ArticleIngested(article));
    }

    void publish(Envelope article, String traceparent) {
        records.publish(EventCodec.encode(article), traceparent)
                .toCompletableFuture()
                .join();
    }

    /** One article with one picture.
     * @return the picture's ref */
    String handIn(String url) {
        publish(article(url), null);
        return ImageRef.of(url);
    }

    /** The picture's answer at the door as soon as it waits no more. */
    JsonPath settled(String ref) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> RestAssured.get("/pictures/" + ref),
                        answer -> answer.statusCode() == 200
                                && !answer.jsonPath().getString("state").equals("waiting"))
                .jsonPath();
    }

    @Override
    public void close() {
        records.close();
    }
}
