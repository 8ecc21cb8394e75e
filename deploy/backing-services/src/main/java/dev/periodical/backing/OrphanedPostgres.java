package dev.periodical.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The server that outlived a killed launcher. PostgreSQL runs as a process of its own and would hold its data folder and
 * its port for ever; {@code postmaster.pid} in that folder names it. Needs the JDK alone, like the client.
 */
public final class OrphanedPostgres {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long PAUSE_MILLIS = 50;
    private static final boolean SHOWS_COMMANDS = Files.isDirectory(Path.of("/proc/self"));

    private OrphanedPostgres() {}

    /**
     * Stops what a killed launcher left behind in its data folder, if it left something.
     *
     * @param folder the launcher's {@code --data}
     * @throws IOException when the folder cannot be read, or its launcher is alive
     * @throws InterruptedException when the caller is interrupted while waiting, at most 15 s
     */
    public static void stopUnder(Path folder) throws IOException, InterruptedException {
        try (DataFolder unused = DataFolder.open(folder)) {
            stop(unused.path().resolve("postgres"));
        }
    }

    /**
     * Stops the server that runs on a cluster's folder, if one does, and waits for its end. The launcher must be known to
     * be gone.
     */
    static void stop(Path data) throws IOException, InterruptedException {
        Optional<ProcessHandle> orphan = find(data);
        if (orphan.isPresent()) {
            interrupt(orphan.get());
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (isPostgres(orphan.get()) && System.nanoTime() < deadline) {
                Thread.sleep(PAUSE_MILLIS);
            }
            orphan.get().destroyForcibly();
        }
        // In a container the number soon belongs to another process of ours, and PostgreSQL would refuse to start.
        Files.deleteIfExists(data.resolve("postmaster.pid"));
    }

    private static Optional<ProcessHandle> find(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        return lines.isEmpty() ? Optional.empty() : running(lines.get(0).trim());
    }

    private static Optional<ProcessHandle> running(String pid) {
        return ProcessHandle.of(Long.parseLong(pid)).filter(OrphanedPostgres::isPostgres);
    }

    /** The number may belong to another program by now; on Linux a process without a program is a zombie. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.isAlive()
                && process.info().command().map(c -> c.contains("postgres")).orElse(!SHOWS_COMMANDS);
    }

    /** SIGINT is PostgreSQL's "fast" shutdown; SIGTERM would wait for every client to leave. */
    private static void interrupt(ProcessHandle process) throws IOException, InterruptedException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            process.destroyForcibly();
        } else {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
        }
    }
}
