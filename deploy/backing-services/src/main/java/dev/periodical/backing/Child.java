package dev.periodical.backing;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The child JVM as a partner that is told lines and answers lines. Both its streams are read to the end, so it never blocks. */
final class Child implements AutoCloseable {

    private static final String END = "\0end";
    private static final int REMEMBERED_LINES = 40;
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Deque<String> latest = new ArrayDeque<>();

    private Child(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "backing-services");
        reader.setDaemon(true);
        reader.start();
    }

    static Child launch(ClassPath classPath, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                classPath.argument(),
                "dev.periodical.backing.Main",
                "--postgres-binaries=" + classPath.postgresPrograms()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // Flags for the parent (a debugger's port, an agent) are not meant for the child.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return new Child(builder.start());
    }

    Process process() {
        return process;
    }

    void say(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException gone) {
            throw new IllegalStateException("the backing services have ended:\n" + remembered(), gone);
        }
    }

    /**
     * Waits for a line.
     *
     * @throws IllegalStateException with the child's latest lines, when it ends or the time is up
     */
    String expect(Predicate<String> wanted, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            while (true) {
                String line = lines.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (line == null || line.equals(END)) {
                    String what = line == null ? "did not answer within " + limit : "have ended";
                    throw new IllegalStateException("the backing services " + what + ":\n" + remembered());
                }
                if (wanted.test(line)) {
                    return line;
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the backing services", interrupted);
        }
    }

    /** Ends its input, which ends it; kills it when it takes more than half a minute. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException alreadyGone) {
            process.destroyForcibly();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                remember(line);
                lines.add(line);
            }
        } catch (IOException closed) {
            remember(closed.toString());
        } finally {
            lines.add(END);
        }
    }

    private synchronized void remember(String line) {
        latest.addLast(line);
        if (latest.size() > REMEMBERED_LINES) {
            latest.removeFirst();
        }
    }

    private synchronized String remembered() {
        return String.join("\n", latest);
    }
}
