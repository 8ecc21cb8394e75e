package dev.periodical.media.store;

import io.minio.MinioAsyncClient;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** The MinIO client, told to use more of one host than OkHttp's five requests. */
final class StoreClient {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private StoreClient() {}

    @Produces
    @Singleton
    static MinioAsyncClient client(StoreConfig config) {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(config.concurrency());
        dispatcher.setMaxRequestsPerHost(config.concurrency());
        OkHttpClient http = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectTimeout(Duration.ofSeconds(5))
                .readTimeout(PATIENCE)
                .writeTimeout(PATIENCE)
                .build();
        return MinioAsyncClient.builder()
                .endpoint(config.endpoint().toString())
                .credentials(config.accessKey(), config.secretKey())
                .region(config.region())
                .httpClient(http, true)
                .build();
    }
}
