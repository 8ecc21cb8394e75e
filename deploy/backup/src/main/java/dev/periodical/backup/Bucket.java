package dev.periodical.backup;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** One S3 bucket. Every failure is an {@link IOException} that names the bucket and the object. */
final class Bucket {

    private static final long PART = 16L << 20;

    private final String name;
    private final MinioClient client;

    private Bucket(String name, MinioClient client) {
        this.name = name;
        this.client = client;
    }

    static Bucket at(String endpoint, String name, String accessKey, String secretKey) {
        return new Bucket(
                name,
                MinioClient.builder()
                        .endpoint(endpoint)
                        .region("us-east-1")
                        .credentials(accessKey, secretKey)
                        .build());
    }

    /** Makes it when it is not there. */
    void make() throws IOException {
        call(
                "",
                () -> client.bucketExists(
                                BucketExistsArgs.builder().bucket(name).build())
                        ? null
                        : made());
    }

    private Void made() throws MinioException {
        client.makeBucket(MakeBucketArgs.builder().bucket(name).build());
        return null;
    }

    /** Writes an object of unknown size; 16 MiB of it at a time are in memory. */
    void put(String key, InputStream bytes) throws IOException {
        call(
                key,
                () -> client.putObject(PutObjectArgs.builder().bucket(name).object(key).stream(bytes, -1L, PART)
                        .build()));
    }

    /** Writes an object of known size in one request. */
    void put(String key, InputStream bytes, long size, String contentType) throws IOException {
        call(
                key,
                () -> client.putObject(PutObjectArgs.builder().bucket(name).object(key).contentType(contentType).stream(
                                bytes, size, Math.max(size, PART))
                        .build()));
    }

    /** Reads an object; the caller closes it. */
    StoredObject get(String key) throws IOException {
        return call(key, () -> {
            var answer = client.getObject(
                    GetObjectArgs.builder().bucket(name).object(key).build());
            return new StoredObject(
                    answer,
                    Long.parseLong(answer.headers().get("Content-Length")),
                    answer.headers().get("Content-Type"));
        });
    }

    /** Removes an object; one that is not there is no failure. */
    void remove(String key) throws IOException {
        call(key, () -> {
            client.removeObject(
                    RemoveObjectArgs.builder().bucket(name).object(key).build());
            return null;
        });
    }

    /** The objects whose keys begin so, with their sizes, one by one as the server lists them. */
    void each(String prefix, BiConsumer<String, Long> seen) throws IOException {
        var listed = client.listObjects(ListObjectsArgs.builder()
                .bucket(name)
                .prefix(prefix)
                .recursive(true)
                .build());
        for (var entry : listed) {
            var item = call(prefix, entry::get);
            seen.accept(item.objectName(), item.size());
        }
    }

    /** All of them at once: for prefixes known to hold few. */
    Map<String, Long> all(String prefix) throws IOException {
        var all = new LinkedHashMap<String, Long>();
        each(prefix, all::put);
        return all;
    }

    private <T> T call(String key, Request<T> request) throws IOException {
        try {
            return request.send();
        } catch (MinioException | RuntimeException failure) {
            throw new IOException("bucket " + name + (key.isEmpty() ? "" : ", object " + key), failure);
        }
    }

    /** An object's bytes, size and type. */
    record StoredObject(InputStream bytes, long size, String contentType) {}

    private interface Request<T> {
        T send() throws MinioException;
    }
}
