package dev.periodical.media.fetch;

import dev.periodical.events.FailureReason;
import dev.periodical.events.kafka.TransientFailure;
import dev.periodical.media.inspect.InspectPolicy;
import dev.periodical.media.plan.HostRules;
import io.netty.handler.codec.TooLongFrameException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * One GET to one checked address: the name goes into {@code Host} and SNI, the connection to the address and nowhere else. No
 * cookies, no credentials, no decompression, no redirects.
 */
final class PinnedClient {

    private static final int MOST_HEADERS = 16 * 1024;
    private static final int POOL = 256;

    private final Vertx vertx;
    private final FetchConfig config;
    private final InspectPolicy policy;
    private final HostRules rules;
    private final HttpClient http;

    PinnedClient(Vertx vertx, FetchConfig config, InspectPolicy policy, HostRules rules) {
        this.rules = rules;
        this.vertx = vertx;
        this.config = config;
        this.policy = policy;
        this.http = vertx.httpClientBuilder()
                .with(new HttpClientOptions()
                        .setConnectTimeout(
                                Math.toIntExact(config.connectTimeout().toMillis()))
                        .setMaxHeaderSize(MOST_HEADERS)
                        .setMaxPoolSize(POOL)
                        .setKeepAliveTimeout(5)
                        .setDecompressionSupported(false)
                        .setForceSni(true)
                        .setVerifyHost(true))
                .withConnectHandler(connection -> connection.exceptionHandler(PinnedClient::expected))
                .build();
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
        return http.request(options(route, referer))
                .compose(request ->
                        request.exceptionHandler(PinnedClient::expected).send())
                .recover(failure -> Future.failedFuture(connecting(failure)))
                .compose(response -> answer(route, response, path, file, deadline));
    }

    /** Broken and unwanted responses are our daily business; without a handler the client logs each as an error. */
    private static void expected(Throwable end) {}

    private RequestOptions options(Route route, String referer) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(route.address()))
                .setHost(route.target().host())
                .setPort(route.target().port())
                .setSsl(route.target().scheme().equals("https"))
                .setURI(route.target().pathAndQuery())
                .setFollowRedirects(false)
                .setTimeout(config.timeout().toMillis())
                .putHeader(HttpHeaders.HOST, route.target().authority())
                .putHeader(HttpHeaders.USER_AGENT, userAgent(route))
                .putHeader(HttpHeaders.ACCEPT, "image/avif,image/webp,image/png,image/jpeg,image/gif,image/*;q=0.8")
                .putHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
        if (referer != null) {
            options.putHeader(HttpHeaders.REFERER, referer);
        }
        return options;
    }

    private String userAgent(Route route) {
        String known = rules.of(route.target().host()).userAgent();
        return known == null ? config.userAgent() : known;
    }

    private Future<Answer> answer(Route route, HttpClientResponse response, Path path, AsyncFile file, long deadline) {
        int status = response.statusCode();
        String location = response.getHeader(HttpHeaders.LOCATION);
        if (Redirect.is(status) && location != null) {
            letGo(response);
            return Future.succeededFuture(new Answer.Elsewhere(Redirect.resolve(route.target(), location), route));
        }
        if (status != 200) {
            letGo(response);
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
        letGo(response);
        return Future.failedFuture(new FetchRefused(reason, detail, response.statusCode(), 0));
    }

    private static void letGo(HttpClientResponse response) {
        response.exceptionHandler(PinnedClient::expected);
        response.request().reset();
    }

    private static Duration left(long deadline) {
        return Duration.ofNanos(Math.max(1_000_000, deadline - System.nanoTime()));
    }

    private static FetchRefused connecting(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return new FetchRefused(FailureReason.TLS_FAILED, cause.getMessage());
            }
            if (cause instanceof TimeoutException || cause instanceof io.netty.channel.ConnectTimeoutException) {
                return new FetchRefused(FailureReason.TIMED_OUT, "no answer");
            }
            if (cause instanceof TooLongFrameException) {
                return new FetchRefused(FailureReason.TOO_LARGE, cause.getMessage());
            }
        }
        return new FetchRefused(FailureReason.CONNECTION_FAILED, failure.getMessage());
    }
}
