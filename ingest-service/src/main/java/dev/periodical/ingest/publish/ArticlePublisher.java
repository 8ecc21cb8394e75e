package dev.periodical.ingest.publish;

import dev.periodical.events.Article;
import dev.periodical.events.ArticleIngested;
import dev.periodical.events.ArticleWithdrawn;
import dev.periodical.events.Event;
import dev.periodical.events.Topics;
import dev.periodical.events.kafka.EventPublisher;
import dev.periodical.events.kafka.PublishingConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Publishes article events. */
@ApplicationScoped
public class ArticlePublisher {

    private static final String SOURCE = "/periodical/ingest";

    private final EventPublisher events;

    ArticlePublisher(PublishConfig config, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.events = new EventPublisher(
                SOURCE,
                new PublishingConfig(kafka, List.of(Topics.ARTICLES), config.deadline(), config.bufferBytes()),
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString());
    }

    void onStart(@Observes StartupEvent event) {
        events.start();
    }

    void onStop(@Observes ShutdownEvent event) {
        events.close();
    }

    /**
     * @return completes when all in-sync replicas have the event; fails with {@link
     *     dev.periodical.events.kafka.TransientFailure} within the configured deadline otherwise
     */
    public Uni<Void> ingested(Article article) {
        return publish(new ArticleIngested(article));
    }

    /** The same for a withdrawal. It need not be known whether there is such an article. */
    public Uni<Void> withdrawn(String articleId) {
        return publish(new ArticleWithdrawn(articleId));
    }

    private Uni<Void> publish(Event event) {
        return Uni.createFrom().completionStage(() -> events.publish(event));
    }
}
