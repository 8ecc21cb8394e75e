package dev.periodical.ingest.submission;

import java.util.concurrent.atomic.AtomicLong;

/** What became of a batch's items so far. For many threads. */
final class BatchCount {

    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong firstUnsafe = new AtomicLong(Long.MAX_VALUE);

    void held(long size) {
        bytes.addAndGet(size);
    }

    void accept() {
        accepted.incrementAndGet();
    }

    void refuse() {
        refused.incrementAndGet();
    }

    /** An item that Kafka did not take in time. */
    void unsafe(long item) {
        firstUnsafe.accumulateAndGet(item, Math::min);
    }

    long accepted() {
        return accepted.get();
    }

    long refused() {
        return refused.get();
    }

    long bytes() {
        return bytes.get();
    }

    boolean kafkaIsAway() {
        return firstUnsafe.get() != Long.MAX_VALUE;
    }

    long firstUnsafe() {
        return firstUnsafe.get();
    }
}
