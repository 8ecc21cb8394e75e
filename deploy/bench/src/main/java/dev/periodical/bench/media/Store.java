package dev.periodical.bench.media;

import dev.periodical.backing.Coordinates;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.MinioAsyncClient;
import io.minio.PutObjectArgs;
import io.minio.errors.MinioException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** The S3 server asked directly, with as many requests at once as media allows itself. */
final class Store {

    static final int AT_ONCE = 32;
    private static final long PART = 5 << 20;

    private final String bucket;
    private final MinioAsyncClient client;
    private final ExecutorService threads;

    Store(Coordinates where, ExecutorService threads) {
        this.bucket = where.s3Bucket();
        this.threads = threads;
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(AT_ONCE);
        dispatcher.setMaxRequestsPerHost(AT_ONCE);
        this.client = MinioAsyncClient.builder()
                .endpoint(where.s3Endpoint())
                .credentials(where.s3AccessKey(), where.s3SecretKey())
                .region("us-east-1")
                .httpClient(new OkHttpClient.Builder().dispatcher(dispatcher).build(), true)
                .build();
    }

    Future<Integer> put(Vertx vertx, String name, byte[] bytes) {
        return Future.fromCompletionStage(
                CompletableFuture.runAsync(() -> send(name, bytes), threads).thenApply(kept -> bytes.length),
                vertx.getOrCreateContext());
    }

    private void send(String name, byte[] bytes) {
        client.putObject(PutObjectArgs.builder()
                        .bucket(bucket)
                        .object(name)
                        .contentType("image/jpeg")
                        .headers(Map.of("If-None-Match", "*"))
                        .stream(new ByteArrayInputStream(bytes), (long) bytes.length, PART)
                        .build())
                .join();
    }

    String address(String name) {
        try {
            return client.getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                    .method(Http.Method.GET)
                    .bucket(bucket)
                    .object(name)
                    .build());
        } catch (MinioException e) {
            throw new IllegalStateException(e);
        }
    }
}
