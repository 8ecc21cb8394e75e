package dev.periodical.content.live;

import dev.periodical.http.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Who listens to this replica: as many as may, and none once it stops. */
@ApplicationScoped
class Listeners {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final LiveConfig config;
    private final AtomicInteger count;
    private final Set<UniEmitter<? super Void>> toldOfTheEnd = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    Listeners(LiveConfig config, MeterRegistry registry) {
        this.config = config;
        this.count = registry.gauge("periodical.events.listeners", new AtomicInteger());
    }

    /**
     * @return gives the place back; may be called more than once
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 where as many listen as may
     */
    Runnable admit() {
        if (count.incrementAndGet() > config.connections() || closing) {
            count.decrementAndGet();
            throw Problems.unavailable("As many listen here as may at once.", RETRY_AFTER);
        }
        AtomicBoolean here = new AtomicBoolean(true);
        return () -> {
            if (here.getAndSet(false)) {
                count.decrementAndGet();
            }
        };
    }

    boolean closing() {
        return closing;
    }

    /** Completes when this replica stops. */
    Uni<Void> end() {
        return Uni.createFrom().emitter(end -> {
            toldOfTheEnd.add(end);
            end.onTermination(() -> toldOfTheEnd.remove(end));
            if (closing) {
                end.complete(null);
            }
        });
    }

    /**
     * Ends what is being told; each listener goes on at another replica from where he stood. Before anything else stops: who waits
     * for the requests in flight would wait for these in vain, and cut them.
     */
    void onStop(@Observes ShutdownDelayInitiatedEvent event) {
        closing = true;
        toldOfTheEnd.forEach(end -> end.complete(null));
    }
}
