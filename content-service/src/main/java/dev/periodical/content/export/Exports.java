package dev.periodical.content.export;

import dev.periodical.http.Problems;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Lets a few exports run at once, and ends those whose taker takes nothing any more. */
@ApplicationScoped
class Exports {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);
    private static final int LOOKS = 4;

    private final Semaphore places;
    private final Duration patience;
    private final Vertx vertx;

    Exports(ExportConfig config, Vertx vertx) {
        this.places = new Semaphore(config.atOnce());
        this.patience = config.patience();
        this.vertx = vertx;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 503 when as many as may be are running */
    <T> Multi<T> run(HttpServerResponse taker, Supplier<Multi<? extends T>> export) {
        if (!places.tryAcquire()) {
            throw Problems.unavailable("Enough exports are running; come again.", RETRY_AFTER);
        }
        Running running = new Running(taker);
        return Multi.createFrom()
                .<T>deferred(export)
                .onSubscription()
                .invoke(running::begin)
                .onItem()
                .invoke(running::offer)
                .onRequest()
                .invoke(running::take)
                .onTermination()
                .invoke(running::end);
    }

    /** One export in its place. */
    private final class Running {

        private final HttpServerResponse taker;
        private final AtomicBoolean ended = new AtomicBoolean();
        private final long timer = vertx.setPeriodic(Math.max(1, patience.toMillis() / LOOKS), look -> look());
        private volatile Flow.Subscription pieces;
        private volatile long offered;
        private volatile boolean waiting;

        Running(HttpServerResponse taker) {
            this.taker = taker;
        }

        void begin(Flow.Subscription subscription) {
            pieces = subscription;
        }

        void offer() {
            offered = System.nanoTime();
            waiting = true;
        }

        void take() {
            waiting = false;
        }

        /** The connection closes when what it still holds is taken or lost; the place is free at once. */
        private void look() {
            if (waiting && System.nanoTime() - offered > patience.toNanos()) {
                pieces.cancel();
                taker.reset();
                end();
            }
        }

        void end() {
            if (ended.compareAndSet(false, true)) {
                vertx.cancelTimer(timer);
                places.release();
            }
        }
    }
}
