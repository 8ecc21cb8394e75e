package dev.periodical.media.plan;

import dev.periodical.events.Topics;
import dev.periodical.events.kafka.ConsumingLoop;
import dev.periodical.events.kafka.Received;
import dev.periodical.events.kafka.Subscription;
import dev.periodical.media.frontier.Plan;
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
class PlanConsumer {

    private static final String NAME = "media";

    private final PlanConfig config;
    private final Planning planning;
    private final Plan plan;
    private final Subscription subscription;
    private final ConsumingLoop loop;

    PlanConsumer(
            PlanConfig config,
            Planning planning,
            Plan plan,
            MeterRegistry registry,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.config = config;
        this.planning = planning;
        this.plan = plan;
        this.subscription =
                new Subscription(NAME, List.of(Topics.ARTICLES), config.maxRecords(), config.maxBytes(), kafka);
        this.loop = new ConsumingLoop(subscription, this::plan, registry);
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

    private CompletionStage<Void> plan(List<Received> batch) {
        return plan.add(batch.stream().map(planning::use).toList()).subscribeAsCompletionStage();
    }
}
