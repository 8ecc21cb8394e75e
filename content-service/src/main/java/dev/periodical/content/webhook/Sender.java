package dev.periodical.content.webhook;

import dev.periodical.content.change.ChangeEvent;
import dev.periodical.outbound.FetchRefused;
import dev.periodical.outbound.PinnedClient;
import dev.periodical.outbound.RetryAfter;
import dev.periodical.outbound.Route;
import dev.periodical.outbound.Router;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Clock;
import java.time.Duration;

/**
 * One attempt: a CloudEvent (1.0) in HTTP's binary mode, signed after Standard Webhooks. No redirect is followed, and of the
 * answer nothing is kept but its status.
 */
final class Sender {

    /** A body up to here is read away, so that the connection serves again. */
    private static final int READ_AWAY = 16 * 1024;

    private final Router router;
    private final PinnedClient client;
    private final Vertx vertx;
    private final Duration timeout;
    private final Clock clock;

    Sender(Router router, PinnedClient client, Vertx vertx, Duration timeout, Clock clock) {
        this.router = router;
        this.client = client;
        this.vertx = vertx;
        this.timeout = timeout;
        this.clock = clock;
    }

    /** Never fails for what the receiver does. */
    Uni<Outcome> send(Claim claim, Claim.Due due) {
        return router.route(claim.url())
                .chain(route -> Uni.createFrom()
                        .completionStage(() -> exchange(route, claim, due).toCompletionStage()))
                .onFailure(FetchRefused.class)
                .recoverWithItem(Sender::missed);
    }

    private Future<Outcome> exchange(Route route, Claim claim, Claim.Due due) {
        Buffer body = Buffer.buffer(due.data());
        return client.send(request(route, claim, due, body), body)
                .compose(response -> readAway(response).map(ended -> outcome(response)));
    }

    private RequestOptions request(Route route, Claim claim, Claim.Due due, Buffer body) {
        long now = clock.instant().getEpochSecond();
        return PinnedClient.request(route, HttpMethod.POST, timeout)
                .putHeader("content-type", "application/json")
                .putHeader("user-agent", "Periodical/1.0 webhooks")
                .putHeader("ce-specversion", "1.0")
                .putHeader("ce-id", due.event())
                .putHeader("ce-source", ChangeEvent.SOURCE)
                .putHeader("ce-type", due.type())
                .putHeader("ce-subject", due.subject())
                .putHeader("ce-time", due.time().toString())
                .putHeader("webhook-id", due.id())
                .putHeader("webhook-timestamp", Long.toString(now))
                .putHeader(
                        "webhook-signature",
                        new SigningSecret(claim.secret()).signature(due.id(), now, body.getBytes()));
    }

    /** The status has said all: what comes behind it ends the connection where it is long, slow or broken, and changes nothing. */
    private Future<Void> readAway(HttpClientResponse response) {
        Promise<Void> done = Promise.promise();
        int[] size = {0};
        long timer = vertx.setTimer(Math.max(1, timeout.toMillis() / 4), late -> done.tryFail("late"));
        response.handler(chunk -> {
            size[0] += chunk.length();
            if (size[0] > READ_AWAY) {
                done.tryFail("long");
            }
        });
        response.exceptionHandler(broken -> done.tryComplete());
        response.endHandler(end -> done.tryComplete());
        return done.future().onComplete(ended -> vertx.cancelTimer(timer)).recover(enough -> {
            PinnedClient.letGo(response);
            return Future.succeededFuture();
        });
    }

    private Outcome outcome(HttpClientResponse response) {
        int status = response.statusCode();
        if (status / 100 == 2) {
            return new Outcome.Taken(status);
        }
        if (status == 410) {
            return new Outcome.Unwanted();
        }
        String redirects = status / 100 == 3 ? ": redirects are not followed" : "";
        return new Outcome.Missed(
                status,
                reason(status),
                "HTTP " + status + redirects,
                RetryAfter.parse(response.getHeader("Retry-After"), clock.instant())
                        .orElse(null));
    }

    private static String reason(int status) {
        return status == 429 ? "rate-limited" : status / 100 == 5 ? "server-error" : "unexpected-status";
    }

    private static Outcome missed(FetchRefused refused) {
        return new Outcome.Missed(
                refused.status(), refused.reason().code(), refused.getMessage(), refused.retryAfter());
    }
}
