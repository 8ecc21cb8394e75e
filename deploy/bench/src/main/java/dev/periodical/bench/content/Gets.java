package dev.periodical.bench.content;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongFunction;

/** Asks on a number of connections, each with its next question as soon as it has its answer. */
final class Gets {

    private static final int MOST = 2_000_000;

    /**
     * What came of it.
     *
     * @param answered how many were answered 200
     * @param others how many were not
     * @param latencies nanoseconds of each that was
     */
    record Outcome(long answered, long others, long[] latencies) {}

    private Gets() {}

    /** @param paths the question of a number */
    static Outcome run(int port, int connections, int seconds, LongFunction<String> paths) throws InterruptedException {
        Vertx vertx = Vertx.vertx();
        try {
            Loop loop = new Loop(port, connections, System.nanoTime() + seconds * 1_000_000_000L, paths);
            vertx.deployVerticle(loop);
            loop.done.await();
            return new Outcome(loop.answered, loop.others, Arrays.copyOf(loop.latencies, loop.answered));
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    /** All connections on one event loop, so nothing here needs a lock. */
    private static final class Loop extends AbstractVerticle {

        private final int port;
        private final int connections;
        private final long end;
        private final LongFunction<String> paths;
        private final CountDownLatch done;
        private final long[] latencies = new long[MOST];
        private int answered;
        private long others;
        private long number;
        private HttpClient client;

        Loop(int port, int connections, long end, LongFunction<String> paths) {
            this.port = port;
            this.connections = connections;
            this.end = end;
            this.paths = paths;
            this.done = new CountDownLatch(connections);
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
            if (now > end || answered == MOST) {
                done.countDown();
                return;
            }
            client.request(HttpMethod.GET, port, "127.0.0.1", paths.apply(number++))
                    .compose(asked -> asked.send())
                    .compose(answer -> answer.body().map(answer.statusCode()))
                    .onComplete(status -> {
                        if (status.succeeded() && status.result() == 200) {
                            latencies[answered++] = System.nanoTime() - now;
                        } else {
                            others++;
                        }
                        next();
                    });
        }
    }
}
