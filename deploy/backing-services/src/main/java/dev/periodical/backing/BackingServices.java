package dev.periodical.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A broker, a database server and an object store of one's own, in a child process: what a test holds.
 *
 * <pre>{@code
 * try (var backing = BackingServices.start(BackingServices.Options.temporary("orders"))) {
 *     connect(backing.coordinates().jdbcUrl("orders"));
 *     backing.stop("kafka");   // an outage
 *     backing.start("kafka");  // same port, same data
 * }
 * }</pre>
 *
 * <p>The child ends with this object, and also when this JVM ends in whatever way. One thread at a time.
 */
public final class BackingServices implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration COMMAND_LIMIT = Duration.ofSeconds(60);
    private static final String READY = "READY ";

    private final Child child;
    private final Coordinates coordinates;

    private BackingServices(Child child, Coordinates coordinates) {
        this.child = child;
        this.coordinates = coordinates;
    }

    /**
     * What to start.
     *
     * @param data the folder that keeps everything; null for a temporary one, removed at the end
     * @param databases names of databases to create
     * @param bucket name of the bucket to create
     * @param kafkaPort port of the broker, 0 for any free one
     * @param postgresPort port of PostgreSQL, 0 for any free one
     * @param s3Port port of the S3 server, 0 for any free one
     * @param postgresSettings server parameters of PostgreSQL by name
     */
    public record Options(
            Path data,
            List<String> databases,
            String bucket,
            int kafkaPort,
            int postgresPort,
            int s3Port,
            Map<String, String> postgresSettings) {

        /** Free ports and a folder that is removed at the end; the bucket is called {@code periodical}. */
        public static Options temporary(String... databases) {
            return new Options(null, List.of(databases), "periodical", 0, 0, 0, Map.of());
        }

        /** Free ports and a folder that is kept. */
        public static Options kept(Path data, String... databases) {
            return new Options(data, List.of(databases), "periodical", 0, 0, 0, Map.of());
        }

        /** The same with PostgreSQL's server parameters set, {@code shared_buffers} say. */
        public Options tuned(Map<String, String> settings) {
            return new Options(data, databases, bucket, kafkaPort, postgresPort, s3Port, Map.copyOf(settings));
        }

        private List<String> arguments() {
            List<String> arguments = new ArrayList<>(List.of(
                    "--stop-on-stdin-eof",
                    "--bucket=" + bucket,
                    "--kafka-port=" + kafkaPort,
                    "--postgres-port=" + postgresPort,
                    "--s3-port=" + s3Port));
            if (data != null) {
                arguments.add("--data=" + data.toAbsolutePath());
            }
            postgresSettings.forEach((name, value) -> arguments.add("--postgres-setting=" + name + "=" + value));
            if (!databases.isEmpty()) {
                arguments.add("--databases=" + String.join(",", databases));
            }
            return arguments;
        }
    }

    /**
     * Starts all three and waits until they answer.
     *
     * @throws IllegalStateException when the class path is not built or something does not start; the message carries
     *     what the child said
     */
    public static BackingServices start(Options options) {
        try {
            Child child = Child.launch(ClassPath.find(), options.arguments());
            try {
                String ready = child.expect(line -> line.startsWith(READY), START_LIMIT);
                return new BackingServices(child, Coordinates.fromJson(ready.substring(READY.length())));
            } catch (RuntimeException failure) {
                child.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where everything is. */
    public Coordinates coordinates() {
        return coordinates;
    }

    /** The child process: for tests that kill it. */
    public ProcessHandle process() {
        return child.process().toHandle();
    }

    /**
     * Makes an outage of one server.
     *
     * @param server {@code kafka}, {@code postgres} or {@code s3}
     * @throws IllegalStateException when it does not stop
     */
    public void stop(String server) {
        command("stop " + server);
    }

    /**
     * Ends the outage of one server, on the same port and data.
     *
     * @param server {@code kafka}, {@code postgres} or {@code s3}
     * @throws IllegalStateException when it does not start
     */
    public void start(String server) {
        command("start " + server);
    }

    /** Stops all three and waits for the child's end. */
    @Override
    public void close() {
        child.close();
    }

    private void command(String command) {
        child.say(command);
        String answer = child.expect(line -> line.startsWith("done ") || line.startsWith("failed "), COMMAND_LIMIT);
        if (answer.startsWith("failed ")) {
            throw new IllegalStateException(answer);
        }
    }
}
