package dev.periodical.media;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Every host of the tests, on one port of loopback: answers each by a script that writes raw bytes. Remembers who was asked for
 * what, so that a request which must not come is seen. Over TLS every host
 * shows the same certificate. Bounded: 32 connections, one request each.
 */
final class HostileOrigin implements AutoCloseable {

    private static final int CONNECTIONS = 32;
    private static final int TLS_HANDSHAKE = 0x16;

    /** What a host answers. */
    @FunctionalInterface
    interface Script {
        void answer(Exchange exchange) throws IOException;
    }

    private final OriginCertificate certificate;
    private final ServerSocket server;
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS, task -> {
        Thread thread = new Thread(task, "origin");
        thread.setDaemon(true);
        return thread;
    });

    HostileOrigin(OriginCertificate certificate) {
        this.certificate = certificate;
        try {
            server = new ServerSocket(0, CONNECTIONS, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void host(String host, Script script) {
        scripts.put(host, script);
    }

    /** The paths that were asked of a host, in order. */
    List<String> asked(String host) {
        return asked.stream()
                .filter(one -> one.startsWith(host + " "))
                .map(one -> one.substring(host.length() + 1))
                .toList();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (Socket socket = connection) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            in.mark(1);
            int first = in.read();
            in.reset();
            if (first == TLS_HANDSHAKE) {
                InputStream consumed = new ByteArrayInputStream(in.readNBytes(in.available()));
                try (Socket tls = certificate.context().getSocketFactory().createSocket(socket, consumed, true)) {
                    exchange(tls, new BufferedInputStream(tls.getInputStream()));
                }
            } else {
                exchange(socket, in);
            }
        } catch (IOException gone) {
            return; // the client has had enough, as most scripts want it to
        }
    }

    private void exchange(Socket socket, InputStream in) throws IOException {
        Exchange exchange = new Exchange(socket, in, head(in));
        asked.add(exchange.host() + " " + exchange.path());
        scripts.getOrDefault(exchange.host(), unknown -> unknown.status(404)).answer(exchange);
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int c = in.read(); c >= 0 && head.length() < 16_384; c = in.read()) {
            head.append((char) c);
            if (head.toString().endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        server.close();
    }
}
