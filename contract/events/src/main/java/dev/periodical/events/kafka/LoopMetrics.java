package dev.periodical.events.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * What became of the records of one consumer. At rest {@code received = handled + skipped + dead_lettered}; a redelivered
 * record is received again.
 */
final class LoopMetrics {

    private final MeterRegistry registry;
    private final String consumer;

    LoopMetrics(MeterRegistry registry, String consumer) {
        this.registry = registry;
        this.consumer = consumer;
    }

    void received(int records) {
        counter("received").increment(records);
    }

    void handled(int records) {
        counter("handled").increment(records);
    }

    void skipped() {
        counter("skipped").increment();
    }

    void deadLettered() {
        counter("dead.lettered").increment();
    }

    void retried() {
        counter("batches.retried").increment();
    }

    private Counter counter(String what) {
        return registry.counter("periodical.consumer." + what, "consumer", consumer);
    }
}
