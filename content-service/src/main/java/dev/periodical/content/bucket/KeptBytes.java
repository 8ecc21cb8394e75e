package dev.periodical.content.bucket;

import dev.periodical.events.kafka.TransientFailure;
import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Kept bytes by their media id. Every call blocks its thread while the store answers: never on an event loop. Fails with {@link
 * TransientFailure} when the store is away.
 */
@Singleton
public class KeptBytes {

    private static final Set<String> MISSING = Set.of("NoSuchKey", "NoSuchBucket", "NoSuchObject");

    private final MinioClient client;
    private final String bucket;

    KeptBytes(BucketConfig config) {
        this.bucket = config.bucket();
        this.client = config.endpoint().isPresent() && config.accessKey().isPresent() ? client(config) : null;
    }

    private static MinioClient client(BucketConfig config) {
        return MinioClient.builder()
                .endpoint(config.endpoint().orElseThrow().toString())
                .credentials(config.accessKey().orElse(""), config.secretKey().orElse(""))
                .region(config.region())
                .build();
    }

    /** Whether this service may read the bucket at all. */
    public boolean reachable() {
        return client != null;
    }

    /** How many bytes there are, nothing where there are none of this id. */
    public OptionalLong size(String mediaId) {
        try {
            return OptionalLong.of(client.statObject(StatObjectArgs.builder()
                            .bucket(bucket)
                            .object(mediaId)
                            .build())
                    .size());
        } catch (ErrorResponseException answered) {
            if (MISSING.contains(answered.errorResponse().code())) {
                return OptionalLong.empty();
            }
            throw away(answered);
        } catch (MinioException e) {
            throw away(e);
        }
    }

    /** Exactly that many bytes from there. */
    public byte[] read(String mediaId, long offset, int length) {
        GetObjectArgs part = GetObjectArgs.builder()
                .bucket(bucket)
                .object(mediaId)
                .offset(offset)
                .length((long) length)
                .build();
        try (InputStream bytes = client.getObject(part)) {
            byte[] read = bytes.readNBytes(length);
            if (read.length < length) {
                throw new IOException("it ended after " + (offset + read.length) + " bytes");
            }
            return read;
        } catch (MinioException | IOException e) {
            throw away(e);
        }
    }

    private static TransientFailure away(Exception e) {
        return new TransientFailure("the store does not give a picture: " + e.getMessage(), e);
    }

    @PreDestroy
    void close() throws Exception {
        if (client != null) {
            client.close();
        }
    }
}
