package dev.periodical.content.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Every receiver of the tests, on one port of loopback: remembers what was posted to whom, and answers by path. */
public final class Receiver implements AutoCloseable {

    /** One request. */
    public record Posted(String host, String path, String method, Map<String, String> headers, String body) {

        public String header(String name) {
            return headers.get(name);
        }
    }

    /** What a path answers to its n-th request, from 1 on. */
    @FunctionalInterface
    public interface Script {
        void answer(HttpExchange exchange, int time) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "receiver");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> times = new ConcurrentHashMap<>();
    private final List<Posted> posted = new CopyOnWriteArrayList<>();

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public void answers(String path, Script script) {
        scripts.put(path, script);
    }

    /** In the order in which they came. */
    public List<Posted> at(String path) {
        return posted.stream().filter(one -> one.path().equals(path)).toList();
    }

    public static void status(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
    }

    private void take(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new ConcurrentHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.get(0)));
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        posted.add(new Posted(headers.get("host"), path, exchange.getRequestMethod(), headers, body));
        int time = times.computeIfAbsent(path, any -> new AtomicInteger()).incrementAndGet();
        try (exchange) {
            scripts.getOrDefault(path, (answer, any) -> status(answer, 204)).answer(exchange, time);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
