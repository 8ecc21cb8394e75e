package dev.periodical.events.kafka;

import dev.periodical.events.Envelope;
import dev.periodical.events.Event;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Says, in one service's name, what has happened: gives an event its id and time and sees it into Kafka. */
public final class EventPublisher implements AutoCloseable {

    private final String source;
    private final RecordPublisher records;
    private final Clock clock;
    private final Supplier<String> ids;

    /**
     * @param source the CloudEvents source: {@code /periodical/ingest}
     * @param ids gives each event a name that no other event of this source has
     */
    public EventPublisher(String source, PublishingConfig config, Clock clock, Supplier<String> ids) {
        this.source = source;
        this.records = new RecordPublisher(config);
        this.clock = clock;
        this.ids = ids;
    }

    /** Looks for the broker ahead of the first event. */
    public void start() {
        records.start();
    }

    /** Completes when all in-sync replicas have the event; fails like {@link RecordPublisher#publish}. */
    public CompletionStage<Void> publish(Event event) {
        return records.publish(EventCodec.encode(enveloped(event)));
    }

    /**
     * The same for work that was begun long before.
     *
     * @param traceparent the trace it belongs to, null for none
     */
    public CompletionStage<Void> publish(Event event, String traceparent) {
        return records.publish(EventCodec.encode(enveloped(event)), traceparent);
    }

    private Envelope enveloped(Event event) {
        return new Envelope(ids.get(), source, clock.instant().truncatedTo(ChronoUnit.MICROS), event);
    }

    @Override
    public void close() {
        records.close();
    }
}
