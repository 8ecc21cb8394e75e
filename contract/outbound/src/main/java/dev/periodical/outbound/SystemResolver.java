package dev.periodical.outbound;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The JDK's resolver, which blocks, in a bounded pool of its own. */
@DefaultBean
@ApplicationScoped
class SystemResolver implements HostResolver {

    private static final int THREADS = 8;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
        Thread thread = new Thread(task, "resolver");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public Uni<List<InetAddress>> resolve(String host) {
        return Uni.createFrom().item(() -> answer(host)).runSubscriptionOn(threads);
    }

    private static List<InetAddress> answer(String host) {
        try {
            return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            return List.of();
        }
    }

    @PreDestroy
    void close() {
        threads.shutdown();
    }
}
