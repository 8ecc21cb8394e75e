package dev.periodical.backing;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The servers of one process: started side by side, stopped all, or one at a time. */
final class ServerSet {

    private final List<BackingService> servers;

    ServerSet(List<BackingService> servers) {
        this.servers = List.copyOf(servers);
    }

    BackingService named(String name) {
        return servers.stream()
                .filter(server -> server.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such server: " + name));
    }

    /**
     * Starts the servers side by side and says after each how long it took.
     *
     * @throws Exception what the first failed one failed of, once all have come up or failed
     */
    synchronized void startAll(PrintStream out) throws Exception {
        ExecutorService starters = Executors.newFixedThreadPool(servers.size());
        try {
            List<Future<Void>> starts = starters.invokeAll(servers.stream()
                    .map(server -> (Callable<Void>) () -> start(server, out))
                    .toList());
            for (Future<Void> start : starts) {
                start.get();
            }
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof Exception cause ? cause : failure;
        } finally {
            starters.shutdown();
        }
    }

    private static Void start(BackingService server, PrintStream out) throws Exception {
        Instant begin = Instant.now();
        server.start();
        out.println(up(server, Duration.between(begin, Instant.now())));
        return null;
    }

    /** Stops every server, whatever becomes of the others. */
    synchronized void stopAll() {
        for (BackingService server : servers) {
            try {
                server.stop();
            } catch (Exception reported) {
                System.err.println("backing-services: " + server.name() + " did not stop: " + reported);
            }
        }
    }

    /**
     * Carries out {@code stop NAME} or {@code start NAME}.
     *
     * @return {@code done} or {@code failed}, and the command
     */
    synchronized String obey(String command) {
        try {
            String[] words = command.split(" ", 2);
            BackingService server = named(words.length == 2 ? words[1] : "");
            switch (words[0]) {
                case "stop" -> server.stop();
                case "start" -> server.start();
                default -> throw new IllegalArgumentException("neither stop nor start");
            }
            return "done " + command;
        } catch (Exception failure) {
            return "failed " + command + ": " + failure.getMessage();
        }
    }

    private static String up(BackingService server, Duration taken) {
        return String.format(
                Locale.ROOT, "%s up on port %d after %.1f s", server.name(), server.port(), taken.toMillis() / 1000.0);
    }
}
