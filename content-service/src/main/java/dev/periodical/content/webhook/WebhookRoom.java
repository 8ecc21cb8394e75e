package dev.periodical.content.webhook;

import dev.periodical.outbound.HostResolver;
import dev.periodical.outbound.OutboundRules;
import dev.periodical.outbound.PinnedClient;
import dev.periodical.outbound.Router;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Puts the telling together, as configured. A mistake in the configuration stops the service here. */
final class WebhookRoom {

    private WebhookRoom() {}

    /** Judges and routes receivers' URLs. */
    @Startup
    @Produces
    @Singleton
    static Router router(WebhookConfig config, HostResolver resolver) {
        return OutboundRules.of("periodical.webhooks", config).router(resolver);
    }

    @Produces
    @Singleton
    static Telling telling(
            WebhookConfig config,
            FanOut fanOut,
            DueDeliveries book,
            Router router,
            Vertx vertx,
            MeterRegistry metrics) {
        Clock clock = Clock.systemUTC();
        PinnedClient client = new PinnedClient(vertx, config.connectTimeout());
        return new Telling(
                UUID.randomUUID().toString(),
                config,
                fanOut,
                book,
                new Sender(router, client, vertx, config.timeout(), clock),
                new Patience(
                        config.retryAfter(), () -> ThreadLocalRandom.current().nextLong()),
                clock,
                metrics);
    }
}
