package dev.periodical.ingest.submission;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.concurrent.atomic.AtomicLong;

/** What became of a batch's items so far. For many threads. */
final class BatchCount {

    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong firstUnsafe = new AtomicLong(Long.MAX_VALUE);

    private final Refusals refusals;

    BatchCount(Refusals refusals) {
        this.refusals = refusals;
    }

    void held(long size) {
        bytes.addAndGet(size);
    }

    void accept() {
        accepted.incrementAndGet();
    }

    void refuse(HttpProblem problem) {
        refused.incrementAndGet();
        refusals.count(problem);
    }

    /** The whole of it was not read to its end. */
    void ended(HttpProblem problem) {
        if (problem != null) {
            refusals.count(problem);
        }
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
