package dev.periodical.local.suite;

import dev.periodical.backing.Coordinates;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A media-service in a process of its own, as it is packaged. */
final class MediaWorker implements AutoCloseable {

    private final Process process;

    private MediaWorker(Process process) {
        this.process = process;
    }

    /** @param name it gives to the hosts that it asks */
    static MediaWorker start(String name, Coordinates where, int origin, Path folder) throws IOException {
        Path jar = Path.of("").toAbsolutePath().resolve("../../media-service/target/quarkus-app/quarkus-run.jar");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar.normalize().toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .redirectInput(new File("/dev/null"));
        builder.environment()
                .putAll(Map.ofEntries(
                        Map.entry("QUARKUS_PROFILE", "prod,local"),
                        Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                        Map.entry("QUARKUS_HTTP_PORT", free()),
                        Map.entry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1"),
                        Map.entry("QUARKUS_MANAGEMENT_PORT", free()),
                        Map.entry("KAFKA_BOOTSTRAP_SERVERS", where.kafkaBootstrapServers()),
                        Map.entry("PERIODICAL_DATABASE_URL", where.reactiveUrl("media")),
                        Map.entry("PERIODICAL_DATABASE_USERNAME", where.postgresUser()),
                        Map.entry("PERIODICAL_DATABASE_PASSWORD", where.postgresPassword()),
                        Map.entry("PERIODICAL_STORE_ENDPOINT", where.s3Endpoint()),
                        Map.entry("PERIODICAL_STORE_ACCESS_KEY", where.s3AccessKey()),
                        Map.entry("PERIODICAL_STORE_SECRET_KEY", where.s3SecretKey()),
                        Map.entry("PERIODICAL_STORE_BUCKET", where.s3Bucket()),
                        Map.entry("PERIODICAL_FETCH_CONNECT_TO", ":80:127.0.0.1:" + origin),
                        Map.entry("PERIODICAL_FETCH_USER_AGENT", name),
                        Map.entry("PERIODICAL_FETCH_HOSTS", "3"),
                        Map.entry("PERIODICAL_FETCH_TURN", "2"),
                        Map.entry("PERIODICAL_FETCH_LEASE", "3S")));
        return new MediaWorker(builder.start());
    }

    private static String free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return Integer.toString(socket.getLocalPort());
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    void kill9() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                kill9();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
