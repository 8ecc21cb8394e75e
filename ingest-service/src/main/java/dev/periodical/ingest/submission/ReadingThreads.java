package dev.periodical.ingest.submission;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that read documents, one a processor: reading never waits, so more of them would only take the processors from the
 * event loops, from Kafka's threads and, in the first minutes, from the JVM's compilers. What waits for one is bounded by
 * whoever hands it over: {@link Admission} for single documents, a batch's window for its items.
 */
final class ReadingThreads implements Executor {

    private final ExecutorService threads;

    /** @param name what they are called, followed by a number */
    ReadingThreads(String name) {
        int processors = Runtime.getRuntime().availableProcessors();
        AtomicInteger number = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                processors, processors, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    @Override
    public void execute(Runnable reading) {
        threads.execute(reading);
    }

    /** Ends them when what was handed over is read. */
    void shutdown() {
        threads.shutdown();
    }
}
