package dev.periodical.events.kafka;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Ever longer waits, each drawn from the upper half of its step: 0.2 s at first, 10 s at most. */
final class Backoff {

    private static final long FIRST_MS = 200;
    private static final long LONGEST_MS = 10_000;

    private long step = FIRST_MS;

    Duration next() {
        long wait = ThreadLocalRandom.current().nextLong(step / 2, step + 1);
        step = Math.min(LONGEST_MS, step * 2);
        return Duration.ofMillis(wait);
    }

    void reset() {
        step = FIRST_MS;
    }
}
