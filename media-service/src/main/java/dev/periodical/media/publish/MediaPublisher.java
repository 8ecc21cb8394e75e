package dev.periodical.media.publish;

import dev.periodical.events.Event;
import dev.periodical.events.Topics;
import dev.periodical.events.kafka.EventPublisher;
import dev.periodical.events.kafka.PublishingConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Publishes media events. */
@ApplicationScoped
public class MediaPublisher {

    private static final String SOURCE = "/periodical/media";
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final long BUFFER = 16L << 20;
    private static final int AFTER_THE_WORKERS = 3000;

    private final EventPublisher events;

    MediaPublisher(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.events = new EventPublisher(
                SOURCE,
                new PublishingConfig(kafka, List.of(Topics.MEDIA), DEADLINE, BUFFER),
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString());
    }

    void onStart(@Observes StartupEvent event) {
        events.start();
    }

    void onStop(@Observes @Priority(AFTER_THE_WORKERS) ShutdownEvent event) {
        events.close();
    }

    /**
     * @param traceparent the trace in which the picture's article came, or null
     * @return completes when all in-sync replicas have the event
     */
    public Uni<Void> publish(Event event, String traceparent) {
        return Uni.createFrom().completionStage(() -> events.publish(event, traceparent));
    }
}
