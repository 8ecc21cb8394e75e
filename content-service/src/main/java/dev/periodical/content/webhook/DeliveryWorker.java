package dev.periodical.content.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * Keeps the telling going: many subscriptions at once, so that a slow receiver keeps his own place only, and those that failed
 * last in half of the places at most. As many replicas as there are share the work.
 */
@Singleton
class DeliveryWorker {

    private static final Logger LOG = Logger.getLogger(DeliveryWorker.class);
    private static final Duration OUTAGE_PAUSE = Duration.ofSeconds(2);
    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final Duration SWEEP = Duration.ofMinutes(1);
    private static final Duration DRAIN = Duration.ofSeconds(5);

    private final WebhookConfig config;
    private final Telling telling;
    private final OldDeliveries old;
    private final Vertx vertx;
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicInteger failing = new AtomicInteger();
    private volatile boolean stopping;

    DeliveryWorker(WebhookConfig config, Telling telling, OldDeliveries old, Vertx vertx) {
        this.config = config;
        this.telling = telling;
        this.old = old;
        this.vertx = vertx;
    }

    void onStart(@Observes StartupEvent event) {
        if (config.enabled()) {
            vertx.runOnContext(nothing -> readOn());
            vertx.runOnContext(nothing -> claim());
            vertx.runOnContext(nothing -> sweep());
        }
    }

    private void readOn() {
        telling.readOn()
                .subscribe()
                .with(
                        more -> again(more ? AT_ONCE : config.idle(), this::readOn),
                        away -> later("the feed can't be read for webhooks", away, this::readOn));
    }

    private void claim() {
        int room = config.atOnce() - busy.get();
        if (room <= 0) {
            again(config.idle(), this::claim);
            return;
        }
        telling.claim(room, Math.max(0, config.atOnce() / 2 - failing.get()))
                .subscribe()
                .with(
                        claims -> {
                            claims.forEach(this::tell);
                            again(claims.isEmpty() ? config.idle() : AT_ONCE, this::claim);
                        },
                        away -> later("deliveries can't be claimed", away, this::claim));
    }

    private void tell(Claim claim) {
        int fails = claim.failures() > 0 ? 1 : 0;
        busy.incrementAndGet();
        failing.addAndGet(fails);
        telling.tell(claim)
                .onTermination()
                .invoke(() -> {
                    failing.addAndGet(-fails);
                    busy.decrementAndGet();
                })
                .subscribe()
                .with(
                        told -> {},
                        failure -> LOG.warnf("webhook %s: its lease runs out by itself: %s", claim.webhook(), failure));
    }

    private void sweep() {
        old.remove()
                .subscribe()
                .with(
                        more -> again(more ? AT_ONCE : SWEEP, this::sweep),
                        away -> later("old deliveries can't be removed", away, this::sweep));
    }

    private void later(String what, Throwable why, Runnable step) {
        LOG.warnf("%s: %s", what, why.getMessage());
        again(OUTAGE_PAUSE, step);
    }

    private void again(Duration wait, Runnable step) {
        vertx.setTimer(wait.toMillis(), timer -> {
            if (!stopping) {
                step.run();
            }
        });
    }

    /** Claims no more and waits for what is under way; what takes longer, another worker tells again. */
    void onStop(@Observes ShutdownEvent event) {
        stopping = true;
        long ends = System.nanoTime() + DRAIN.toNanos();
        while (busy.get() > 0 && System.nanoTime() < ends) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
