package dev.periodical.events.kafka;

import dev.periodical.events.Envelope;
import io.opentelemetry.context.Context;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An event as a consumer gets it.
 *
 * @param envelope the event
 * @param record the record that carried it
 */
public record Received(Envelope envelope, ConsumerRecord<String, byte[]> record) {

    /** The trace in which the event was published; the root context where the record names none. */
    public Context trace() {
        return TraceHeaders.extract(record.headers());
    }

    /** The same as text, W3C {@code traceparent}; null where there is none. Kept with work that is done much later. */
    public String traceparent() {
        return TraceHeaders.parent(record.headers());
    }
}
