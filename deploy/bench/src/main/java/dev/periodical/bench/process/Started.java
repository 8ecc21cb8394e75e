package dev.periodical.bench.process;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A process that is measured. Both kinds get the flags that the images have, with the heap that the issue allows: out of memory
 * ends the process, and the measurement with it.
 */
public final class Started implements AutoCloseable {

    private static final List<String> FLAGS = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final int port;

    private Started(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    public static Started ingest(Path sources, Path folder, String kafka, String tokenSha256)
            throws IOException, InterruptedException {
        return service(
                sources,
                folder,
                "ingest",
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS",
                        kafka,
                        "PERIODICAL_TOKENS_BENCH_SHA256",
                        tokenSha256,
                        "PERIODICAL_TOKENS_BENCH_ROLES",
                        "write"));
    }

    public static Started bridge(Path sources, Path folder, String kafka, String topic)
            throws IOException, InterruptedException {
        Path jar = sources.resolve("deploy/bench/target/periodical-bench.jar");
        int port = free();
        return launch(
                jar,
                List.of("bridge", "--kafka=" + kafka, "--topic=" + topic, "--port=" + port),
                Map.of(),
                folder.resolve("bridge.log").toFile(),
                port,
                "http://127.0.0.1:" + port + "/");
    }

    /**
     * A service as it is packaged.
     *
     * @param name the service: {@code media}
     * @param environment its own settings
     */
    public static Started service(Path sources, Path folder, String name, Map<String, String> environment)
            throws IOException, InterruptedException {
        int port = free();
        int management = free();
        Map<String, String> all = new HashMap<>(environment);
        all.put("QUARKUS_PROFILE", "prod,local");
        all.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        all.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        all.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        all.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
        return launch(
                sources.resolve(name + "-service/target/quarkus-app/quarkus-run.jar"),
                List.of(),
                all,
                folder.resolve(name + ".log").toFile(),
                port,
                "http://127.0.0.1:" + management + "/q/health/ready");
    }

    private static Started launch(
            Path jar, List<String> arguments, Map<String, String> environment, File log, int port, String ready)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        builder.environment().putAll(environment);
        Started started = new Started(builder.start(), port);
        Runtime.getRuntime().addShutdownHook(new Thread(started::close));
        started.await(ready, log);
        return started;
    }

    private void await(String address, File log) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest ask = HttpRequest.newBuilder(URI.create(address)).build();
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (client.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() < 300) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        close();
        throw new IllegalStateException("did not become ready; its words are in " + log);
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public int port() {
        return port;
    }

    public boolean alive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
