package dev.periodical.http;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * One token's account of requests: a bucket of {@code burst} drops that fills at {@code requestsPerSecond}, emptied without
 * locks. Each replica of a service keeps its own: what a token may do grows with the replicas.
 */
final class Allowance {

    private static final double NANOS = 1e9;

    private final Limits limits;
    private final Bucket bucket;

    Allowance(Limits limits) {
        this(limits, TimeMeter.SYSTEM_NANOTIME);
    }

    Allowance(Limits limits, TimeMeter time) {
        this.limits = limits;
        this.bucket = limits.limitRequests() ? bucket(limits, time) : null;
    }

    private static Bucket bucket(Limits limits, TimeMeter time) {
        Duration aDrop = Duration.ofNanos(Math.max(1, Math.round(NANOS / limits.requestsPerSecond())));
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(limits.burst()).refillGreedy(1, aDrop))
                .build();
    }

    Limits limits() {
        return limits;
    }

    /** Takes one request off the account; only where {@link Limits#limitRequests}. */
    Quota take() {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return new Quota(
                limits,
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                Duration.ofNanos(probe.getNanosToWaitForReset()));
    }
}
