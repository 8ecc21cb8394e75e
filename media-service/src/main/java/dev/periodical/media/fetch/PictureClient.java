package dev.periodical.media.fetch;

import dev.periodical.events.FailureReason;
import dev.periodical.events.kafka.TransientFailure;
import dev.periodical.media.inspect.InspectPolicy;
import dev.periodical.media.plan.HostRules;
import dev.periodical.outbound.FetchRefused;
import dev.periodical.outbound.PinnedClient;
import dev.periodical.outbound.Redirect;
import dev.periodical.outbound.RetryAfter;
import dev.periodical.outbound.Route;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Asks for one picture along one route: the manners of the question, and what is made of the answer. */
final class PictureClient {

    private final Vertx vertx;
    private final FetchConfig config;
    private final InspectPolicy policy;
    private final HostRules rules;
    private final PinnedClient http;

    PictureClient(Vertx vertx, FetchConfig config, InspectPolicy policy, HostRules rules) {
        this.rules = rules;
        this.vertx = vertx;
        this.config = config;
        this.policy = policy;
        this.http = new PinnedClient(vertx, config.connectTimeout());
    }

    /** What came back: a picture, or the way to go on. */
    sealed interface Answer {
        record Kept(Download download) implements Answer {}

        record Elsewhere(String url, Route from) implements Answer {}
    }

    /**
     * @param referer the Referer to send, or null
     * @param file where a picture's bytes go
     * @return fails with {@link FetchRefused}
     */
    Uni<Answer> get(Route route, String referer, Path file) {
        return Uni.createFrom()
                .completionStage(() -> vertx.fileSystem()
                        .open(file.toString(), new OpenOptions().setTruncateExisting(true))
                        .recover(noFile ->
                                Future.failedFuture(new TransientFailure("no file for bytes under way", noFile)))
                        .compose(open -> exchange(route, referer, file, open).eventually(() -> open.close()))
                        .toCompletionStage());
    }

    /** The file is open before anything is asked, for a body that nobody reads yet may break unseen. */
    private Future<Answer> exchange(Route route, String referer, Path path, AsyncFile file) {
        long deadline = System.nanoTime() + config.timeout().toNanos();
        return http.send(request(route, referer)).compose(response -> answer(route, response, path, file, deadline));
    }

    private RequestOptions request(Route route, String referer) {
        RequestOptions request = PinnedClient.request(route, HttpMethod.GET, config.timeout())
                .putHeader(HttpHeaders.USER_AGENT, userAgent(route))
                .putHeader(HttpHeaders.ACCEPT, "image/avif,image/webp,image/png,image/jpeg,image/gif,image/*;q=0.8");
        if (referer != null) {
            request.putHeader(HttpHeaders.REFERER, referer);
        }
        return request;
    }

    private String userAgent(Route route) {
        String known = rules.of(route.target().host()).userAgent();
        return known == null ? config.userAgent() : known;
    }

    private Future<Answer> answer(Route route, HttpClientResponse response, Path path, AsyncFile file, long deadline) {
        int status = response.statusCode();
        String location = response.getHeader(HttpHeaders.LOCATION);
        if (Redirect.is(status) && location != null) {
            PinnedClient.letGo(response);
            return Future.succeededFuture(new Answer.Elsewhere(Redirect.resolve(route.target(), location), route));
        }
        if (status != 200) {
            PinnedClient.letGo(response);
            return Future.failedFuture(
                    new FetchRefused(StatusReason.of(status), "HTTP " + status, status, 0).notBefore(wish(response)));
        }
        String length = response.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (declares(length).compareTo(BigInteger.valueOf(policy.maxBytes())) > 0) {
            return refuse(response, FailureReason.TOO_LARGE, "declares " + length + " bytes");
        }
        return new Body(vertx, response, file, path, route, policy, left(deadline))
                .read()
                .map(Answer.Kept::new);
    }

    /** Only these statuses come with a wish to be left alone (RFC 9110, 10.2.3; RFC 6585, 4). */
    private static Duration wish(HttpClientResponse response) {
        return response.statusCode() == 429 || response.statusCode() == 503
                ? RetryAfter.parse(response.getHeader("Retry-After"), Instant.now())
                        .orElse(null)
                : null;
    }

    private static BigInteger declares(String length) {
        return length != null && length.matches("[0-9]{1,30}") ? new BigInteger(length) : BigInteger.ZERO;
    }

    private static Future<Answer> refuse(HttpClientResponse response, FailureReason reason, String detail) {
        PinnedClient.letGo(response);
        return Future.failedFuture(new FetchRefused(reason, detail, response.statusCode(), 0));
    }

    private static Duration left(long deadline) {
        return Duration.ofNanos(Math.max(1_000_000, deadline - System.nanoTime()));
    }
}
