package dev.periodical.media.store;

import dev.periodical.events.kafka.TransientFailure;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MultiHelper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;

/** Reads an object on the event loop, with the reader's own pace as the only pace. */
@Singleton
class BucketReader {

    private static final int TIMEOUT_MS = 10_000;

    /** Each chunk waits until the one before is on its way: with the default of 8 KiB a picture waits a dozen times. */
    private static final int CHUNK = 1 << 16;

    private final HttpClient http;

    BucketReader(Vertx vertx, StoreConfig config) {
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(4 * config.concurrency())
                .setMaxChunkSize(CHUNK)
                .setConnectTimeout(5_000)
                .setKeepAlive(true));
    }

    /** @return null where the bucket has no such object */
    Uni<StoredPicture> get(String address, String range) {
        RequestOptions options = new RequestOptions().setAbsoluteURI(address).setTimeout(TIMEOUT_MS);
        if (range != null) {
            options.putHeader("Range", range);
        }
        return Uni.createFrom()
                .completionStage(() ->
                        http.request(options).compose(BucketReader::paused).toCompletionStage())
                .onFailure()
                .transform(e -> new TransientFailure("the store does not answer", e))
                .map(BucketReader::picture);
    }

    /** Paused before its body can arrive: a caller's thread that came later than a short body would find it gone. */
    private static Future<HttpClientResponse> paused(HttpClientRequest request) {
        return request.send().map(HttpClientResponse::pause);
    }

    private static StoredPicture picture(HttpClientResponse response) {
        int status = response.statusCode();
        if (status == 404) {
            response.resume();
            return null;
        }
        if (status == 416) {
            response.resume();
            return new StoredPicture(
                    status,
                    null,
                    null,
                    response.getHeader(HttpHeaders.CONTENT_RANGE),
                    Multi.createFrom().empty());
        }
        if (status != 200 && status != 206) {
            response.resume();
            throw new TransientFailure("the store answered " + status, null);
        }
        String length = response.getHeader(HttpHeaders.CONTENT_LENGTH);
        return new StoredPicture(
                status,
                response.getHeader(HttpHeaders.CONTENT_TYPE),
                length == null ? null : Long.valueOf(length),
                response.getHeader(HttpHeaders.CONTENT_RANGE),
                MultiHelper.toMulti(response));
    }
}
