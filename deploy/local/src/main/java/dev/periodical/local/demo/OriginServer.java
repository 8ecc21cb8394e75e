package dev.periodical.local.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The image hosts of the demo, all on one port and told apart by the {@code Host} header. A path with a picture's
 * suffix gets that picture, the same bytes every time; one that contains {@code lost} is not found; {@link
 * DemoHosts#HOTLINK} refuses visitors who do not come from a page of {@code pictures.example}; {@link DemoHosts#POISON} gives
 * a blank picture for every path; the proxy answers as dead
 * proxies do.
 */
public final class OriginServer implements AutoCloseable {

    /** What the process says before its port. */
    public static final String LISTENS = "listens on port ";

    private static final int THREADS = 4;
    private static final int BACKLOG = 64;
    private static final String OWN_SITE = "pictures.example";

    private final HttpServer server;
    private final ExecutorService threads;

    private OriginServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Starts it.
     *
     * @param address what to listen on
     * @param port 0 for any free one
     */
    public static OriginServer start(String address, int port) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), port), BACKLOG);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        OriginServer origin = new OriginServer(http, threads);
        http.setExecutor(threads);
        http.createContext("/", origin::answer);
        http.start();
        return origin;
    }

    /** Where it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange;
                InputStream body = exchange.getRequestBody()) {
            body.readNBytes(0);
            String path = exchange.getRequestURI().getPath();
            Optional<PictureFormat> format = PictureFormat.of(path);
            int status = status(exchange, path, format);
            System.out.println(status + " " + host(exchange) + path);
            if (status == 200) {
                byte[] picture = host(exchange).equals(DemoHosts.POISON)
                        ? Painting.blank(format.orElseThrow())
                        : Painting.of(path, format.orElseThrow());
                exchange.getResponseHeaders()
                        .set("Content-Type", format.orElseThrow().mediaType());
                boolean head = exchange.getRequestMethod().equals("HEAD");
                exchange.sendResponseHeaders(200, head ? -1 : picture.length);
                if (!head) {
                    exchange.getResponseBody().write(picture);
                }
            } else {
                exchange.sendResponseHeaders(status, -1);
            }
        }
    }

    private static int status(HttpExchange exchange, String path, Optional<PictureFormat> format) {
        if (host(exchange).equals(DemoHosts.PROXY)) {
            return 410;
        }
        if (format.isEmpty() || path.contains("lost")) {
            return 404;
        }
        return host(exchange).equals(DemoHosts.HOTLINK) && !comesFromOwnSite(exchange) ? 403 : 200;
    }

    private static boolean comesFromOwnSite(HttpExchange exchange) {
        String referer = exchange.getRequestHeaders().getFirst("Referer");
        try {
            String host = referer == null ? null : URI.create(referer).getHost();
            return host != null && (host.equals(OWN_SITE) || host.endsWith("." + OWN_SITE));
        } catch (IllegalArgumentException noUrl) {
            return false;
        }
    }

    private static String host(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        return host == null ? "" : host.replaceFirst(":\\d+$", "");
    }
}
