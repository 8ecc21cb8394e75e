package dev.periodical.bench.ingest;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.parsetools.RecordParser;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Posts one batch and counts what comes back while it is sent. A client that reads its answers only when it has sent all, as the
 * JDK's does, is one that takes nothing: ingest waits for it and then cuts it off.
 */
final class BatchLoad {

    private static final int CHUNK = 64 * 1024;

    /** What came of it; {@code last} is the summary, {@code status} says whether there is such a door. */
    record Outcome(int status, long accepted, long others, String last) {}

    private BatchLoad() {}

    static Outcome run(int port, String token, String type, BatchBody body) {
        Vertx vertx = Vertx.vertx();
        try {
            Post post = new Post(port, token, type, body);
            vertx.deployVerticle(post);
            return post.outcome.join();
        } catch (CompletionException failed) {
            throw new IllegalStateException("the batch was cut off: " + failed.getCause(), failed);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    /** All on one event loop, so nothing here needs a lock. */
    private static final class Post extends AbstractVerticle {

        private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        private final RequestOptions options;
        private final BatchBody body;
        private final byte[] piece = new byte[CHUNK];
        private long accepted;
        private long others;
        private String last = "";

        Post(int port, String token, String type, BatchBody body) {
            this.body = body;
            this.options = new RequestOptions()
                    .setHost("127.0.0.1")
                    .setPort(port)
                    .setURI("/batches")
                    .setMethod(HttpMethod.POST)
                    .putHeader("Authorization", "Bearer " + token)
                    .putHeader("Content-Type", type);
        }

        @Override
        public void start() {
            vertx.createHttpClient()
                    .request(options)
                    .onSuccess(request -> {
                        request.setChunked(true).exceptionHandler(outcome::completeExceptionally);
                        request.response()
                                .onFailure(outcome::completeExceptionally)
                                .onSuccess(answer -> RecordParser.newDelimited("\n", answer)
                                        .handler(line -> count(line.toString()))
                                        .exceptionHandler(outcome::completeExceptionally)
                                        .endHandler(end -> outcome.complete(
                                                new Outcome(answer.statusCode(), accepted, others, last))));
                        send(request);
                    })
                    .onFailure(outcome::completeExceptionally);
        }

        private void send(HttpClientRequest request) {
            while (!request.writeQueueFull() && !outcome.isDone()) {
                int length = body.read(piece, 0, CHUNK);
                if (length < 0) {
                    request.end();
                    return;
                }
                request.write(Buffer.buffer(length).appendBytes(piece, 0, length));
            }
            request.drainHandler(drained -> send(request));
        }

        private void count(String line) {
            if (line.contains("\"accepted\"") && line.contains("\"revision\"")) {
                accepted++;
            } else {
                others++;
            }
            last = line;
        }
    }
}
