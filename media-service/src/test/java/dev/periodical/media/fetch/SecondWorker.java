package dev.periodical.media.fetch;

import dev.periodical.media.frontier.Frontier;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicBoolean;

/** Another replica's worker, with a name and claims of its own. Idle until a test starts it. */
@ApplicationScoped
public class SecondWorker {

    private final FetchWorker worker;
    private final AtomicBoolean started = new AtomicBoolean();

    SecondWorker(
            FetchConfig config,
            Frontier frontier,
            Climber climber,
            PassingOver passingOver,
            HostManners manners,
            Vertx vertx) {
        this.worker = new FetchWorker(config, frontier, climber, passingOver, manners, vertx);
    }

    public void start() {
        if (started.compareAndSet(false, true)) {
            worker.onStart(new StartupEvent());
        }
    }

    void onStop(@Observes @Priority(2000) ShutdownEvent event) throws InterruptedException {
        worker.onStop(event);
        worker.onDrain(event);
    }
}
