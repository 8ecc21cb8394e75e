package dev.periodical.bench.content;

import dev.periodical.events.Article;
import dev.periodical.events.ArticleIngested;
import dev.periodical.events.Topics;
import dev.periodical.events.kafka.EventPublisher;
import dev.periodical.events.kafka.PublishingConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;

/** The topic of articles: what ingest would put there, and how far content has come with it. */
final class ArticlesTopic implements AutoCloseable {

    private static final String READER = "periodical-content";
    private static final int UNDER_WAY = 1_000;

    private final EventPublisher publisher;
    private final Admin admin;

    ArticlesTopic(String kafka) {
        publisher = new EventPublisher(
                "/periodical/ingest",
                new PublishingConfig(
                        Map.of("bootstrap.servers", kafka),
                        List.of(Topics.ARTICLES),
                        Duration.ofSeconds(60),
                        32L << 20),
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString());
        admin = Admin.create(Map.of("bootstrap.servers", kafka));
    }

    /** Publishes articles of these numbers; gives when the broker has them all. */
    void publish(Letters letters, long from, long until) throws InterruptedException {
        Semaphore free = new Semaphore(UNDER_WAY);
        AtomicReference<Throwable> failed = new AtomicReference<>();
        for (long number = from; number < until && failed.get() == null; number++) {
            Article article = letters.article(number);
            free.acquire();
            publisher.publish(new ArticleIngested(article)).whenComplete((done, failure) -> {
                failed.compareAndSet(null, failure);
                free.release();
            });
        }
        free.acquire(UNDER_WAY);
        if (failed.get() != null) {
            throw new IllegalStateException("Kafka did not take the articles", failed.get());
        }
    }

    /** How many records content has committed. */
    long taken() throws InterruptedException {
        try {
            return admin.listConsumerGroupOffsets(READER).partitionsToOffsetAndMetadata().get().entrySet().stream()
                    .filter(entry -> entry.getKey().topic().equals(Topics.ARTICLES.name()) && entry.getValue() != null)
                    .mapToLong(entry -> entry.getValue().offset())
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        publisher.close();
        admin.close(Duration.ofSeconds(1));
    }
}
