package dev.periodical.local.suite;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/** Every host of a test, on one port of loopback: takes its time for each picture, and writes down who asked, from when to when. */
final class WatchedOrigin implements AutoCloseable {

    private static final int AT_ONCE = 64;
    private static final long TAKES_MS = 150;

    /** @param worker the User-Agent */
    record Visit(String host, String worker, long from, long to) {

        boolean overlaps(Visit other) {
            return from < other.to && other.from < to;
        }
    }

    private final List<Visit> visits = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    private final HttpServer server;

    WatchedOrigin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), AT_ONCE);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    synchronized List<Visit> visits() {
        return List.copyOf(visits);
    }

    private void answer(HttpExchange exchange) throws IOException {
        long from = System.nanoTime();
        byte[] picture = picture(exchange.getRequestURI().getPath().hashCode());
        try {
            TimeUnit.MILLISECONDS.sleep(TAKES_MS);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
        String host = exchange.getRequestHeaders().getFirst("Host");
        String worker = exchange.getRequestHeaders().getFirst("User-Agent");
        synchronized (this) {
            visits.add(new Visit(host, worker, from, System.nanoTime()));
        }
        exchange.getResponseHeaders().add("Content-Type", "image/png");
        exchange.sendResponseHeaders(200, picture.length);
        exchange.getResponseBody().write(picture);
        exchange.close();
    }

    private static byte[] picture(int seed) throws IOException {
        Random random = new Random(seed);
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 1200; i++) {
            image.setRGB(i % 40, i / 40, random.nextInt(0xffffff));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
