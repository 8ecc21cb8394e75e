package dev.periodical.outbound;

import dev.periodical.events.FailureReason;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.TooLongFrameException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * One request to one checked address: the name goes into {@code Host} and SNI, the connection to the address and nowhere else.
 * No cookies, no credentials, no decompression, no redirects. Answers with more than 16 KiB of headers are refused; a body is
 * for the caller to read, and to bound.
 */
public final class PinnedClient {

    private static final int MOST_HEADERS = 16 * 1024;
    private static final int POOL = 256;

    /** What a reader handles at a time: with the default of 8 KiB a picture is a dozen writes to a file. */
    private static final int CHUNK = 1 << 16;

    private final HttpClient http;

    public PinnedClient(Vertx vertx, Duration connectTimeout) {
        this.http = vertx.httpClientBuilder()
                .with(new HttpClientOptions()
                        .setConnectTimeout(Math.toIntExact(connectTimeout.toMillis()))
                        .setMaxHeaderSize(MOST_HEADERS)
                        .setMaxChunkSize(CHUNK)
                        .setMaxPoolSize(POOL)
                        .setKeepAliveTimeout(5)
                        .setDecompressionSupported(false)
                        .setForceSni(true)
                        .setVerifyHost(true))
                .withConnectHandler(connection -> connection.exceptionHandler(PinnedClient::expected))
                .build();
    }

    /**
     * A request that may go nowhere but along the route. Further headers are the caller's.
     *
     * @param patience from the request to its answer's head
     */
    public static RequestOptions request(Route route, HttpMethod method, Duration patience) {
        return new RequestOptions()
                .setMethod(method)
                .setServer(SocketAddress.inetSocketAddress(route.address()))
                .setHost(route.target().host())
                .setPort(route.target().port())
                .setSsl(route.target().scheme().equals("https"))
                .setURI(route.target().pathAndQuery())
                .setFollowRedirects(false)
                .setTimeout(patience.toMillis())
                .putHeader(HttpHeaders.HOST, route.target().authority())
                .putHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
    }

    /**
     * @param request of {@link #request}
     * @return the answer's head; its body comes on this very turn of the event loop, so handlers are set at once, or it is
     *     {@linkplain #letGo let go}. Fails with {@link FetchRefused}
     */
    public Future<HttpClientResponse> send(RequestOptions request) {
        return send(request, Buffer.buffer());
    }

    /** The same with a body. */
    public Future<HttpClientResponse> send(RequestOptions options, Buffer body) {
        return http.request(options)
                .compose(request -> {
                    request.exceptionHandler(PinnedClient::expected);
                    return body.length() == 0 ? request.send() : request.send(body);
                })
                .recover(failure -> Future.failedFuture(connecting(failure)));
    }

    /** Ends an answer of which no more is wanted; its connection goes with it. */
    public static void letGo(HttpClientResponse response) {
        response.exceptionHandler(PinnedClient::expected);
        response.request().reset();
    }

    /** Broken and unwanted responses are our daily business; without a handler the client logs each as an error. */
    private static void expected(Throwable end) {}

    private static FetchRefused connecting(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return new FetchRefused(FailureReason.TLS_FAILED, cause.getMessage());
            }
            if (cause instanceof TimeoutException || cause instanceof ConnectTimeoutException) {
                return new FetchRefused(FailureReason.TIMED_OUT, "no answer");
            }
            if (cause instanceof TooLongFrameException) {
                return new FetchRefused(FailureReason.TOO_LARGE, cause.getMessage());
            }
        }
        return new FetchRefused(FailureReason.CONNECTION_FAILED, failure.getMessage());
    }
}
