package dev.periodical.content.live;

import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/**
 * Cuts a connection whose listener does not take an event in time. The next event is asked for only when the one before is
 * written out, so a slow listener delays nobody; but he would keep his place for ever.
 */
final class Pace {

    private final Vertx vertx;
    private final RoutingContext exchange;
    private final Duration patience;
    private volatile long waitsSince;

    Pace(Vertx vertx, RoutingContext exchange, Duration patience) {
        this.vertx = vertx;
        this.exchange = exchange;
        this.patience = patience;
    }

    <T> Multi<T> keeping(Multi<T> events) {
        long watch = vertx.setPeriodic(Math.max(1, patience.toMillis() / 4), tick -> cutWhoIsLate());
        return events.onRequest()
                .invoke(taken -> waitsSince = 0)
                .onItem()
                .invoke(sent -> waitsSince = System.nanoTime())
                .onTermination()
                .invoke(() -> vertx.cancelTimer(watch));
    }

    private void cutWhoIsLate() {
        long since = waitsSince;
        if (since != 0 && System.nanoTime() - since > patience.toNanos()) {
            exchange.request().connection().close();
        }
    }
}
