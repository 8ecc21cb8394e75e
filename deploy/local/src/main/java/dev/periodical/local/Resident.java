package dev.periodical.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * One process of the suite, as its pid file tells. A number in a file proves nothing: after a crash or a reboot it may
 * belong to any program, so the process must also carry our mark among its arguments.
 */
final class Resident {

    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

    private static final long PAUSE_MILLIS = 50;

    /** On Linux only a zombie has none. */
    private static final boolean SHOWS_ARGUMENTS = Files.isDirectory(Path.of("/proc/self"));

    private final String name;
    private final RunFolder folder;

    Resident(String name, RunFolder folder) {
        this.name = name;
        this.folder = folder;
    }

    String name() {
        return name;
    }

    /**
     * The JVM argument that tells this process from every other, in any folder. Not {@code periodical.*}: the services would
     * take it for configuration that they don't know.
     */
    String mark() {
        return "-Dsuite.process=" + folder.path().resolve(name);
    }

    /** The process, if it runs. */
    Optional<ProcessHandle> process() {
        Path file = folder.pidFile(name);
        try {
            return Files.exists(file)
                    ? ProcessHandle.of(Long.parseLong(Files.readString(file).trim()))
                            .filter(ProcessHandle::isAlive)
                            .filter(process -> isOurs(process.info(), lastModified(file)))
                    : Optional.empty();
        } catch (IOException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    boolean runs() {
        return process().isPresent();
    }

    void remember(ProcessHandle process) throws IOException {
        Files.writeString(folder.pidFile(name), process.pid() + "\n");
    }

    /**
     * Asks the process to end, and kills it when it has not after the patience.
     *
     * @return whether there was one
     */
    boolean stop(Duration patience) throws IOException, InterruptedException {
        Optional<ProcessHandle> running = process();
        if (running.isPresent()) {
            running.get().destroy();
            if (!isGoneWithin(patience)) {
                running.get().destroyForcibly();
                isGoneWithin(patience);
            }
        }
        Files.deleteIfExists(folder.pidFile(name));
        return running.isPresent();
    }

    /** Looks again and again: a zombie that nobody reaps would never be reported as ended. */
    private boolean isGoneWithin(Duration patience) throws InterruptedException {
        Instant deadline = Instant.now().plus(patience);
        while (runs() && Instant.now().isBefore(deadline)) {
            Thread.sleep(PAUSE_MILLIS);
        }
        return !runs();
    }

    private boolean isOurs(ProcessHandle.Info info, Instant noted) {
        return info.arguments()
                .map(arguments -> Arrays.asList(arguments).contains(mark()))
                .orElseGet(() -> !SHOWS_ARGUMENTS && startedBefore(info, noted));
    }

    /** Where arguments are not shown, it must at least have started before it was noted. */
    private static boolean startedBefore(ProcessHandle.Info info, Instant noted) {
        return info.startInstant()
                .map(start -> !start.isAfter(noted.plus(CLOCK_TOLERANCE)))
                .orElse(true);
    }

    private static Instant lastModified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException gone) {
            return Instant.EPOCH;
        }
    }
}
