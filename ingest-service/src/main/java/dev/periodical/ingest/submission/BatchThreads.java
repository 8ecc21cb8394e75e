package dev.periodical.ingest.submission;

import dev.periodical.ingest.problem.IngestProblems;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of batches, apart from everybody else's: a few that wait for bytes, and one a processor that read documents. */
@ApplicationScoped
class BatchThreads {

    private final ExecutorService waiting;
    private final ReadingThreads reading = new ReadingThreads("batch-reading");

    BatchThreads(BatchConfig config) {
        AtomicInteger number = new AtomicInteger();
        this.waiting =
                new ThreadPoolExecutor(0, config.atOnce(), 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "batch-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    void onStop(@Observes ShutdownEvent event) {
        waiting.shutdownNow();
        reading.shutdown();
    }

    /** Runs a batch at once; refuses with the problem to answer when as many as may be are run already. */
    void run(Runnable batch) {
        try {
            waiting.execute(batch);
        } catch (RejectedExecutionException e) {
            throw IngestProblems.busy();
        }
    }

    /** Where documents are read: the windows of the batches bound how many wait. */
    Executor reading() {
        return reading;
    }
}
