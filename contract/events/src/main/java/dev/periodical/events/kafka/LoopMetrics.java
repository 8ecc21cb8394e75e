package dev.periodical.events.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What became of the records of one consumer. At rest {@code received = handled + skipped + dead_lettered}; a redelivered
 * record is received again. Each is there from the start, at 0: a counter that begins at 1 is no increase to Prometheus.
 */
final class LoopMetrics {

    private final Counter received;
    private final Counter handled;
    private final Counter skipped;
    private final Counter deadLettered;
    private final Counter batchesRetried;
    private final Map<Integer, Long> lag = new ConcurrentHashMap<>();

    LoopMetrics(MeterRegistry registry, String consumer) {
        received = registry.counter("periodical.consumer.received", "consumer", consumer);
        handled = registry.counter("periodical.consumer.handled", "consumer", consumer);
        skipped = registry.counter("periodical.consumer.skipped", "consumer", consumer);
        deadLettered = registry.counter("periodical.consumer.dead.lettered", "consumer", consumer);
        batchesRetried = registry.counter("periodical.consumer.batches.retried", "consumer", consumer);
        Gauge.builder("periodical.consumer.lag", lag, LoopMetrics::sum)
                .tag("consumer", consumer)
                .description("records on this replica's partitions behind those in hand")
                .register(registry);
    }

    void received(int records) {
        received.increment(records);
    }

    void handled(int records) {
        handled.increment(records);
    }

    void skipped() {
        skipped.increment();
    }

    void deadLettered() {
        deadLettered.increment();
    }

    void retried() {
        batchesRetried.increment();
    }

    void lag(int reader, long records) {
        lag.put(reader, records);
    }

    private static double sum(Map<Integer, Long> lag) {
        return lag.values().stream().mapToLong(Long::longValue).sum();
    }
}
