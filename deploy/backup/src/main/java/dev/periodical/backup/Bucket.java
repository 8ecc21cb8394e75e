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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;

/** One S3 bucket. Every failure is an {@link IOException} that names the bucket and the object. */
final class Bucket {

    private static final long PART = 16L << 20;
    private static final int PAGE = 1000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /**
     * One for all buckets, with the JVM's own trust store, as the services. MinIO's own client reads the system's, one byte
     * at a time, for seconds.
     */
    private static final OkHttpClient HTTP = new OkHttpClient.Builder()
            .connectTimeout(PATIENCE)
            .readTimeout(PATIENCE)
            .writeTimeout(PATIENCE)
            .build();

    private final String name;
    private final MinioClient client;
    private final int page;

    private Bucket(String name, MinioClient client, int page) {
        this.name = name;
        this.client = client;
        this.page = page;
    }

    static Bucket at(String endpoint, String region, String name, String accessKey, String secretKey) {
        var client = MinioClient.builder()
                .endpoint(endpoint)
                .region(region)
                .credentials(accessKey, secretKey)
                .httpClient(HTTP, false)
                .build();
        return new Bucket(name, client, PAGE);
    }

    /** The same, listed so many objects a request. */
    Bucket inPagesOf(int objects) {
        return new Bucket(name, client, objects);
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

    /** The objects whose keys begin so, page by page as they are asked for. S3 lists them in the order of their keys. */
    Listing list(String prefix) {
        var listed = client.listObjects(ListObjectsArgs.builder()
                        .bucket(name)
                        .prefix(prefix)
                        .recursive(true)
                        .maxKeys(page)
                        .build())
                .iterator();
        return () -> call(prefix, () -> {
            if (!listed.hasNext()) {
                return null;
            }
            var item = listed.next().get();
            return new Entry(item.objectName(), item.size());
        });
    }

    /** All their keys at once: for prefixes known to hold few. */
    List<String> keys(String prefix) throws IOException {
        var keys = new ArrayList<String>();
        var listing = list(prefix);
        for (var entry = listing.next(); entry != null; entry = listing.next()) {
            keys.add(entry.key());
        }
        return keys;
    }

    private <T> T call(String key, Request<T> request) throws IOException {
        try {
            return request.send();
        } catch (MinioException | RuntimeException failure) {
            throw new IOException("bucket " + name + (key.isEmpty() ? "" : ", object " + key), failure);
        }
    }

    /** An object as a listing names it. */
    record Entry(String key, long size) {}

    /** Objects one after another. */
    interface Listing {
        /** The next one; null after the last. */
        Entry next() throws IOException;
    }

    /** An object's bytes, size and type. */
    record StoredObject(InputStream bytes, long size, String contentType) {}

    private interface Request<T> {
        T send() throws MinioException;
    }
}
