package dev.periodical.bench.media;

import io.vertx.core.Future;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/** Keeps so many things under way for so long. */
final class Load {

    /**
     * What came of it.
     *
     * @param count how many went well
     * @param failed how many did not
     * @param bytes their bytes
     * @param seconds how long it took
     */
    record Outcome(long count, long failed, long bytes, double seconds) {

        double rate() {
            return count / seconds;
        }

        double megabytes() {
            return bytes / seconds / 1e6;
        }
    }

    private final int atOnce;
    private final LongFunction<Future<Integer>> work;
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    /** @param work does the thing of a number; gives its bytes */
    Load(int atOnce, LongFunction<Future<Integer>> work) {
        this.atOnce = atOnce;
        this.work = work;
    }

    Outcome run(int seconds) throws InterruptedException {
        count.set(0);
        failed.set(0);
        bytes.set(0);
        CountDownLatch done = new CountDownLatch(atOnce);
        long begin = System.nanoTime();
        long end = begin + seconds * 1_000_000_000L;
        for (int i = 0; i < atOnce; i++) {
            next(end, done);
        }
        done.await();
        return new Outcome(count.get(), failed.get(), bytes.get(), (System.nanoTime() - begin) / 1e9);
    }

    private void next(long end, CountDownLatch done) {
        if (System.nanoTime() > end) {
            done.countDown();
            return;
        }
        work.apply(numbers.getAndIncrement()).onComplete(ended -> {
            if (ended.succeeded()) {
                count.incrementAndGet();
                bytes.addAndGet(ended.result());
            } else {
                failed.incrementAndGet();
            }
            next(end, done);
        });
    }
}
