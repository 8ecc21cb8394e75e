package dev.periodical.content.export;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The few threads that all exports share, one step at a time: packing, sanitising, and waiting for the store. */
@ApplicationScoped
class ExportThreads implements Executor {

    private final ExecutorService threads;

    ExportThreads(ExportConfig config) {
        AtomicInteger number = new AtomicInteger();
        threads = Executors.newFixedThreadPool(config.threads(), task -> {
            Thread thread = new Thread(task, "export-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void execute(Runnable step) {
        threads.execute(step);
    }

    void onStop(@Observes ShutdownEvent event) {
        threads.shutdownNow();
    }
}
