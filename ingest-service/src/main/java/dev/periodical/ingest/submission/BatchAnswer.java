package dev.periodical.ingest.submission;

import dev.periodical.ingest.batch.Window;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/**
 * Writes a batch's results as they come, no faster than the client takes them; the framework's own line streaming holds back
 * each line's end until the next line. When the client has gone the batch ends too. Lives on one event loop.
 */
final class BatchAnswer {

    private final Vertx vertx;
    private final Context context;
    private final HttpServerResponse response;
    private final BodyStream body;
    private final Window window;
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    BatchAnswer(Vertx vertx, HttpServerRequest request, BodyStream body, Window window) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.response = request.response();
        this.body = body;
        this.window = window;
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            response.writeContinue();
        }
    }

    /** Completes when the last line is written, or when there is nobody to write to. */
    Uni<Void> written() {
        response.setStatusCode(200).setChunked(true).putHeader("Content-Type", "application/x-ndjson");
        response.closeHandler(gone -> abandon());
        response.exceptionHandler(failure -> abandon());
        context.runOnContext(begin -> next());
        return Uni.createFrom().completionStage(done);
    }

    private void next() {
        window.next().whenComplete((lines, failure) -> context.runOnContext(now -> write(lines)));
    }

    private void write(byte[] lines) {
        if (lines == null) {
            body.discard(vertx);
            done.complete(null);
        } else if (!done.isDone()) {
            response.write(Buffer.buffer(lines)).onComplete(sent -> {
                if (sent.succeeded()) {
                    context.runOnContext(now -> next());
                } else {
                    abandon();
                }
            });
        }
    }

    private void abandon() {
        if (done.complete(null)) {
            window.close();
            body.cut(new IOException("the client has gone"));
        }
    }
}
