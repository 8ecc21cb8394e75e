package dev.periodical.media.fetch;

import dev.periodical.events.FailureReason;
import dev.periodical.events.Sha256;
import dev.periodical.events.kafka.TransientFailure;
import dev.periodical.media.inspect.Finding;
import dev.periodical.media.inspect.InspectPolicy;
import dev.periodical.media.inspect.Inspection;
import dev.periodical.outbound.FetchRefused;
import dev.periodical.outbound.Route;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;

/**
 * A response's body on its way into a file: counted, digested and inspected chunk by chunk, ended early when it can be no
 * picture. Holds one chunk in memory. Lives on one event loop.
 */
final class Body {

    private final HttpClientResponse response;
    private final AsyncFile file;
    private final Path path;
    private final Route route;
    private final long maxBytes;
    private final Inspection inspection;
    private final MessageDigest digest = Sha256.digest();
    private final Promise<Download> done = Promise.promise();
    private final Vertx vertx;
    private final long timer;
    private long size;
    private Future<Void> written = Future.succeededFuture();

    /** @param vertx whose event loop this is
     * @param patience how long the body may take */
    Body(
            Vertx vertx,
            HttpClientResponse response,
            AsyncFile file,
            Path path,
            Route route,
            InspectPolicy policy,
            Duration patience) {
        this.timer = vertx.setTimer(
                patience.toMillis(), late -> refuse(FailureReason.TIMED_OUT, "not done after " + patience));
        this.vertx = vertx;
        this.response = response;
        this.file = file;
        this.path = path;
        this.route = route;
        this.maxBytes = policy.maxBytes();
        this.inspection = new Inspection(policy);
    }

    /** @return fails with {@link FetchRefused}, or with {@link TransientFailure} when the disk fails */
    Future<Download> read() {
        response.handler(this::take);
        response.exceptionHandler(
                cut -> refuse(FailureReason.TRUNCATED, "the connection broke after " + size + " bytes"));
        response.endHandler(end -> finish());
        return done.future()
                .onComplete(ended -> vertx.cancelTimer(timer))
                .compose(download -> written.map(download).recover(failure -> Future.failedFuture(unwritten(failure))));
    }

    private void take(Buffer chunk) {
        if (done.future().isComplete()) {
            return;
        }
        size += chunk.length();
        if (size > maxBytes) {
            refuse(FailureReason.TOO_LARGE, "more than " + maxBytes + " bytes");
            return;
        }
        byte[] bytes = chunk.getBytes();
        digest.update(bytes);
        Optional<FailureReason> objection = inspection.feed(bytes);
        if (objection.isPresent()) {
            refuse(objection.get(), "seen after " + size + " bytes");
            return;
        }
        Future<Void> write = file.write(chunk).onFailure(this::spoiled);
        written = written.compose(before -> write);
        if (file.writeQueueFull()) {
            response.pause();
            file.drainHandler(drained -> response.resume());
        }
    }

    private void finish() {
        Finding finding = inspection.finish();
        if (finding instanceof Finding.NoPicture no) {
            refuse(wholeBodyCame(no.reason()), no.detail());
            return;
        }
        done.tryComplete(new Download(
                route.target().url(),
                route.addressText(),
                response.statusCode(),
                path,
                size,
                Sha256.hex(digest),
                (Finding.Picture) finding));
    }

    /** A structure that ends early is damaged, not cut, where all that was declared has come: asking again is no use. */
    private FailureReason wholeBodyCame(FailureReason reason) {
        boolean framed = response.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || response.headers().contains(HttpHeaders.TRANSFER_ENCODING);
        return reason == FailureReason.TRUNCATED && framed ? FailureReason.DAMAGED : reason;
    }

    private void spoiled(Throwable failure) {
        if (done.tryFail(unwritten(failure))) {
            response.request().reset();
        }
    }

    private static TransientFailure unwritten(Throwable failure) {
        return new TransientFailure("bytes under way can't be written", failure);
    }

    private void refuse(FailureReason reason, String detail) {
        if (done.tryFail(new FetchRefused(reason, detail, response.statusCode(), size))) {
            response.request().reset();
        }
    }
}
