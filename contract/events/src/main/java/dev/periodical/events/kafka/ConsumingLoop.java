package dev.periodical.events.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/**
 * Reads topics for one service: one poll is one batch is one commit.
 *
 * <p>The law: an offset is committed only when the batch's effect is durable and its bad records lie on the dead letter
 * topic. So a crash at any point repeats work and never skips it. While a batch is worked on, or its backing service is
 * away, the partitions are paused and the consumer keeps polling, so the group does not take it for dead.
 *
 * <p>It has threads of its own: one, or as many as it has members in the group, which then share the partitions as members of
 * different replicas would. The handler of a loop with several members is called from several threads.
 */
public final class ConsumingLoop implements AutoCloseable {

    /** About the most bytes of values that are worked on at once, by all members together. */
    private static final long SLICES_BYTES = 16L << 20;

    private static final Duration DRAIN = Duration.ofSeconds(3);

    private final RecordPublisher deadLetters;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final List<Reader> readers;

    /** With one member. */
    public ConsumingLoop(Subscription subscription, BatchHandler handler, MeterRegistry registry) {
        this(subscription, 1, handler, registry);
    }

    /** @param members how many batches are worked on at once */
    public ConsumingLoop(Subscription subscription, int members, BatchHandler handler, MeterRegistry registry) {
        this.deadLetters = new RecordPublisher(subscription.deadLetterPublishing());
        LoopMetrics metrics = new LoopMetrics(registry, subscription.consumer());
        this.readers = IntStream.range(0, members)
                .mapToObj(number ->
                        new Reader(number, subscription, handler, deadLetters, metrics, stop, SLICES_BYTES / members))
                .toList();
    }

    public void start() {
        readers.forEach(Reader::start);
    }

    /** Lets the batches in flight finish and be committed, for three seconds at most, then leaves the group. */
    @Override
    public void close() {
        stop.countDown();
        long end = System.nanoTime() + DRAIN.toNanos();
        try {
            for (Reader reader : readers) {
                reader.awaitEnd(Duration.ofNanos(end - System.nanoTime()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        deadLetters.close(Reader.FAREWELL);
    }
}
