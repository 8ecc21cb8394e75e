package dev.periodical.media.store;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The bounded pool in which pictures are handed to the MinIO client. It reads a whole picture into memory before it sends it,
 * so one thread is held until its upload has ended: as many pictures are in memory as there are threads, and no more.
 */
@Singleton
class UploadThreads implements Executor {

    private static final int THREADS = 4;

    private final AtomicInteger number = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
        Thread thread = new Thread(task, "upload-" + number.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public void execute(Runnable task) {
        threads.execute(task);
    }

    @PreDestroy
    void close() {
        threads.shutdown();
    }
}
