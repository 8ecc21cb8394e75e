package dev.periodical.media.raster;

import dev.periodical.events.kafka.TransientFailure;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ExecutorServiceMetrics;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The threads on which pixels are worked on: a bounded number, with a bounded queue before them. */
@ApplicationScoped
public class RasterPool {

    private final AtomicInteger number = new AtomicInteger();
    private final ThreadPoolExecutor threads;

    RasterPool(RasterConfig config, MeterRegistry registry) {
        int size = config.threads().orElse(Runtime.getRuntime().availableProcessors());
        this.threads = new ThreadPoolExecutor(
                size, size, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(config.queue()), task -> {
                    Thread thread = new Thread(task, "raster-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        new ExecutorServiceMetrics(threads, "raster", "periodical", java.util.List.of()).bindTo(registry);
    }

    /** @return fails with {@link TransientFailure} where the queue is full, and with whatever the work throws */
    public <T> Uni<T> run(Supplier<T> work) {
        return Uni.createFrom().completionStage(() -> {
            try {
                return CompletableFuture.supplyAsync(work, threads);
            } catch (RejectedExecutionException full) {
                return CompletableFuture.failedFuture(
                        new TransientFailure("more pictures wait to be decoded than may", full));
            }
        });
    }

    @PreDestroy
    void close() {
        threads.shutdown();
    }
}
