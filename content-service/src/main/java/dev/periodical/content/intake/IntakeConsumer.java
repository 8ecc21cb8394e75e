package dev.periodical.content.intake;

import dev.periodical.content.article.Archive;
import dev.periodical.events.Topics;
import dev.periodical.events.kafka.ConsumingLoop;
import dev.periodical.events.kafka.Received;
import dev.periodical.events.kafka.Subscription;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Runs the consuming loop of this service from start to stop. */
@ApplicationScoped
class IntakeConsumer {

    private static final String NAME = "content";

    private final IntakeConfig config;
    private final Archive archive;
    private final Subscription subscription;
    private final ConsumingLoop loop;

    IntakeConsumer(
            IntakeConfig config,
            Archive archive,
            MeterRegistry registry,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.config = config;
        this.archive = archive;
        this.subscription = new Subscription(
                NAME,
                List.of(Topics.ARTICLES, Topics.MEDIA),
                config.maxRecords(),
                config.maxBytes() / config.members(),
                kafka);
        this.loop = new ConsumingLoop(subscription, config.members(), this::keep, registry);
    }

    /** For the doors to this consumer's dead letters. */
    @Produces
    @Singleton
    Subscription subscription() {
        return subscription;
    }

    void onStart(@Observes StartupEvent event) {
        if (config.enabled()) {
            loop.start();
        }
    }

    void onStop(@Observes ShutdownEvent event) {
        loop.close();
    }

    private CompletionStage<Void> keep(List<Received> batch) {
        return archive.keep(batch.stream().map(Received::envelope).toList()).subscribeAsCompletionStage();
    }
}
