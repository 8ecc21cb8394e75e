package dev.periodical.media.store;

import dev.periodical.events.kafka.TransientFailure;
import io.minio.BucketExistsArgs;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.MakeBucketArgs;
import io.minio.MinioAsyncClient;
import io.minio.PutObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.errors.ServerException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Pictures in an S3 bucket. Written through the MinIO client, with {@code If-None-Match: *} (the same bytes are written once);
 * read by the event loop's own HTTP client over a presigned URL, so a slow reader holds a window and no thread.
 */
@ApplicationScoped
class S3PictureStore implements PictureStore {

    private static final long SMALLEST_PART = 5L << 20;
    private static final int URL_SECONDS = 300;

    private final StoreConfig config;
    private final MinioAsyncClient client;
    private final UploadThreads uploads;
    private final BucketReader reader;

    S3PictureStore(StoreConfig config, MinioAsyncClient client, UploadThreads uploads, BucketReader reader) {
        this.config = config;
        this.client = client;
        this.uploads = uploads;
        this.reader = reader;
    }

    @Override
    public Uni<Void> put(String mediaId, String contentType, Path file) {
        return Uni.createFrom()
                .completionStage(() -> CompletableFuture.runAsync(
                        () -> send(mediaId, contentType, file)
                                .toCompletableFuture()
                                .join(),
                        uploads))
                .onFailure()
                .recoverWithUni(this::keptAlready);
    }

    private CompletionStage<Void> send(String mediaId, String contentType, Path file) {
        try {
            long size = Files.size(file);
            InputStream bytes = Files.newInputStream(file);
            try {
                return put(mediaId, contentType, bytes, size).whenComplete((done, failure) -> close(bytes));
            } catch (RuntimeException unsent) {
                close(bytes);
                throw unsent;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CompletableFuture<Void> put(String mediaId, String contentType, InputStream bytes, long size) {
        return client.putObject(PutObjectArgs.builder()
                        .bucket(config.bucket())
                        .object(mediaId)
                        .contentType(contentType)
                        .headers(Map.of("If-None-Match", "*"))
                        // one part, whatever the size: a multipart upload drops the condition
                        .stream(bytes, size, Math.max(size, SMALLEST_PART))
                        .build())
                .thenApply(done -> null);
    }

    private Uni<Void> keptAlready(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof ErrorResponseException answered
                        && "PreconditionFailed".equals(answered.errorResponse().code())
                || cause instanceof ServerException answeredBare && answeredBare.statusCode() == 412) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .failure(new TransientFailure("the store did not keep the bytes: " + cause.getMessage(), cause));
    }

    @Override
    public Uni<StoredPicture> open(String mediaId, String range) {
        return Uni.createFrom().deferred(() -> reader.get(address(mediaId), range));
    }

    private String address(String mediaId) {
        try {
            return client.getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                    .method(Http.Method.GET)
                    .bucket(config.bucket())
                    .object(mediaId)
                    .expiry(URL_SECONDS, TimeUnit.SECONDS)
                    .build());
        } catch (MinioException e) {
            throw new TransientFailure("no address can be signed", e);
        }
    }

    /** Whether the store answers and has the bucket, which is made where it is missing. */
    CompletionStage<Void> check() {
        Executor workers = Infrastructure.getDefaultExecutor();
        return CompletableFuture.supplyAsync(this::bucketExists, workers)
                .thenCompose(exists -> exists)
                .thenComposeAsync(exists -> exists ? CompletableFuture.completedFuture(null) : makeBucket(), workers);
    }

    private CompletableFuture<Boolean> bucketExists() {
        return client.bucketExists(
                BucketExistsArgs.builder().bucket(config.bucket()).build());
    }

    private CompletableFuture<Void> makeBucket() {
        return client.makeBucket(
                        MakeBucketArgs.builder().bucket(config.bucket()).build())
                .thenApply(made -> null);
    }

    private static void close(InputStream bytes) {
        try {
            bytes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
