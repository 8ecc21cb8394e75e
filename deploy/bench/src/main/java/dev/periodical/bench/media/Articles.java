package dev.periodical.bench.media;

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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts articles into Kafka as ingest would, with as many pictures each as are given. */
final class Articles implements AutoCloseable {

    private final RecordPublisher records;

    Articles(String kafka) {
        records = new RecordPublisher(new PublishingConfig(
                Map.of("bootstrap.servers", kafka), List.of(Topics.ARTICLES), Duration.ofSeconds(30), 32L << 20));
    }

    void publish(List<String> urls) {
        List<Image> images = urls.stream()
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
        records.publish(EventCodec.encode(new Envelope(
                        UUID.randomUUID().toString(),
                        "/periodical/ingest",
                        Instant.now(),
                        new ArticleIngested(article))))
                .toCompletableFuture()
                .join();
    }

    @Override
    public void close() {
        records.close();
    }
}
