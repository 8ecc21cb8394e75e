package dev.periodical.ingest.submission;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** At any moment {@code received = published + refused + unavailable + in flight}. */
@ApplicationScoped
class SubmissionMetrics {

    private final Counter received;
    private final Counter published;
    private final Counter refused;
    private final Counter unavailable;
    private final AtomicLong inFlight = new AtomicLong();

    SubmissionMetrics(MeterRegistry registry) {
        received = registry.counter("periodical.ingest.received");
        published = registry.counter("periodical.ingest.published");
        refused = registry.counter("periodical.ingest.refused");
        unavailable = registry.counter("periodical.ingest.unavailable");
        registry.gauge("periodical.ingest.in.flight", inFlight);
    }

    void received() {
        received.increment();
        inFlight.incrementAndGet();
    }

    void published() {
        published.increment();
        inFlight.decrementAndGet();
    }

    void refused() {
        refused.increment();
        inFlight.decrementAndGet();
    }

    void unavailable() {
        unavailable.increment();
        inFlight.decrementAndGet();
    }
}
