package dev.periodical.bench.ingest;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** Posts one document a request on a number of connections, each sending its next as soon as it has its answer. */
final class SingleLoad {

    private static final int MOST = 4_000_000;

    /**
     * What came of it.
     *
     * @param taken how many were answered 202
     * @param busy how many were answered 503
     * @param failed how many had another answer or none
     * @param latencies nanoseconds of each that was taken
     */
    record Outcome(long taken, long busy, long failed, long[] latencies) {}

    private final Supplier<byte[]> documents;
    private final int connections;

    /** @param documents the next to post, each time */
    SingleLoad(Supplier<byte[]> documents, int connections) {
        this.documents = documents;
        this.connections = connections;
    }

    Outcome run(int port, String path, String token, int seconds) throws InterruptedException {
        Vertx vertx = Vertx.vertx();
        try {
            Loop loop = new Loop(port, path, token, System.nanoTime() + seconds * 1_000_000_000L);
            vertx.deployVerticle(loop);
            loop.done.await();
            return new Outcome(
                    loop.taken, loop.busy, loop.failed, Arrays.copyOf(loop.latencies, Math.min(MOST, loop.taken)));
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    /** All connections on one event loop, so nothing here needs a lock. */
    private final class Loop extends AbstractVerticle {

        private final RequestOptions request;
        private final long end;
        private final CountDownLatch done = new CountDownLatch(connections);
        private final long[] latencies = new long[MOST];
        private int taken;
        private long busy;
        private long failed;
        private HttpClient client;

        Loop(int port, String path, String token, long end) {
            this.end = end;
            this.request = new RequestOptions()
                    .setHost("127.0.0.1")
                    .setPort(port)
                    .setURI(path)
                    .setMethod(HttpMethod.POST)
                    .putHeader("Authorization", "Bearer " + token)
                    .putHeader("Content-Type", "text/markdown; charset=utf-8");
        }

        @Override
        public void start() {
            client = vertx.createHttpClient(
                    new HttpClientOptions().setKeepAlive(true), new PoolOptions().setHttp1MaxSize(connections));
            for (int i = 0; i < connections; i++) {
                next();
            }
        }

        private void next() {
            long now = System.nanoTime();
            if (now > end) {
                done.countDown();
                return;
            }
            Buffer body = Buffer.buffer(documents.get());
            client.request(request)
                    .compose(sent -> sent.send(body))
                    .compose(answer -> answer.body().map(answer.statusCode()))
                    .onComplete(status -> {
                        if (status.succeeded() && status.result() == 202) {
                            latencies[Math.min(taken++, MOST - 1)] = System.nanoTime() - now;
                        } else if (status.succeeded() && status.result() == 503) {
                            busy++;
                        } else {
                            failed++;
                        }
                        next();
                    });
        }
    }
}
