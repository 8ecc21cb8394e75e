package dev.periodical.bench.media;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;

/** Every host of the measurement, on one port of loopback; those called {@code slow} answer after five seconds. */
final class Origin {

    private static final long SLOW_MS = 5_000;

    private final Vertx vertx;
    private final Samples samples;
    private final HttpServer server;

    Origin(Vertx vertx, Samples samples) {
        this.vertx = vertx;
        this.samples = samples;
        this.server = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    int port() {
        return server.actualPort();
    }

    private void answer(HttpServerRequest request) {
        if (request.authority().host().startsWith("slow")) {
            vertx.setTimer(SLOW_MS, over -> picture(request));
        } else {
            picture(request);
        }
    }

    /** {@code /123.jpg} */
    private void picture(HttpServerRequest request) {
        String path = request.path();
        long number = Long.parseLong(path.substring(1, path.indexOf('.')));
        request.response().putHeader("Content-Type", "image/jpeg").end(samples.picture(number));
    }
}
