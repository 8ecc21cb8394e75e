package dev.periodical.local;

import dev.periodical.local.demo.OriginServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Starts the process that plays the demo's image hosts; pictures may be fetched long after {@code up} has returned. */
final class OriginStart {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final long PAUSE_MILLIS = 50;
    private static final List<String> FLAGS = List.of("-Xmx64m", "-XX:+UseSerialGC", "-Djava.awt.headless=true");

    private final Path sources;
    private final RunFolder folder;
    private final Resident resident;

    OriginStart(Path sources, RunFolder folder, Resident resident) {
        this.sources = sources;
        this.folder = folder;
        this.resident = resident;
    }

    void spawn() throws IOException {
        Path jar = sources.resolve("deploy/local/target/periodical-local.jar");
        Spawn.java(
                resident,
                folder.log(resident.name()),
                sources,
                FLAGS,
                List.of("-jar", jar.toString(), "origin"),
                Map.of());
    }

    /**
     * Waits until it listens.
     *
     * @return its port on loopback
     * @throws StartFailed when it ends or the time is up
     */
    int await() throws InterruptedException {
        Instant deadline = Instant.now().plus(LIMIT);
        while (Instant.now().isBefore(deadline) && resident.runs()) {
            var line = LogTail.lines(folder.log(resident.name())).stream()
                    .filter(l -> l.startsWith(OriginServer.LISTENS))
                    .findFirst();
            if (line.isPresent()) {
                return Integer.parseInt(
                        line.get().substring(OriginServer.LISTENS.length()).trim());
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new StartFailed("the demo's image hosts did not start\n" + LogTail.of(folder.log(resident.name())));
    }
}
