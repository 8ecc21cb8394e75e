package dev.periodical.content.export;

import dev.periodical.http.Problems;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Lets a few exports run at once, and cuts off who takes nothing any more. */
@ApplicationScoped
class Exports {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);
    private static final long WORKING = Long.MIN_VALUE;

    private final Semaphore places;
    private final long patience;
    private final Vertx vertx;

    Exports(ExportConfig config, Vertx vertx) {
        this.places = new Semaphore(config.atOnce());
        this.patience = config.patience().toNanos();
        this.vertx = vertx;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 503 when as many as may be are running */
    <T> Multi<T> run(HttpServerResponse taker, Supplier<Multi<? extends T>> export) {
        if (!places.tryAcquire()) {
            throw Problems.unavailable("Enough exports are running; come again.", RETRY_AFTER);
        }
        AtomicLong offered = new AtomicLong(WORKING);
        long look = vertx.setPeriodic(Math.max(1, Duration.ofNanos(patience / 4).toMillis()), timer -> {
            long since = offered.get();
            if (since != WORKING && System.nanoTime() - since > patience) {
                taker.reset();
            }
        });
        return Multi.createFrom()
                .<T>deferred(export)
                .onItem()
                .invoke(() -> offered.set(System.nanoTime()))
                .onRequest()
                .invoke(() -> offered.set(WORKING))
                .onTermination()
                .invoke(() -> {
                    vertx.cancelTimer(look);
                    places.release();
                });
    }
}
