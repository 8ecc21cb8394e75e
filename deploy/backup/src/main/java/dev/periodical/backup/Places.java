package dev.periodical.backup;

import java.util.List;
import picocli.CommandLine.Option;

/** Where everything is: options, each with an environment variable for a Job's secrets. */
final class Places {

    @Option(
            names = "--content-database",
            required = true,
            defaultValue = "${env:CONTENT_DATABASE_URL}",
            paramLabel = "URL",
            description = "postgresql://host:port/name of content-service (CONTENT_DATABASE_URL).")
    private String contentUrl;

    @Option(
            names = "--content-username",
            required = true,
            defaultValue = "${env:CONTENT_DATABASE_USERNAME}",
            description = "CONTENT_DATABASE_USERNAME.")
    private String contentUsername;

    @Option(
            names = "--content-password",
            required = true,
            defaultValue = "${env:CONTENT_DATABASE_PASSWORD}",
            description = "CONTENT_DATABASE_PASSWORD.")
    private String contentPassword;

    @Option(
            names = "--media-database",
            required = true,
            defaultValue = "${env:MEDIA_DATABASE_URL}",
            paramLabel = "URL",
            description = "postgresql://host:port/name of media-service (MEDIA_DATABASE_URL).")
    private String mediaUrl;

    @Option(
            names = "--media-username",
            required = true,
            defaultValue = "${env:MEDIA_DATABASE_USERNAME}",
            description = "MEDIA_DATABASE_USERNAME.")
    private String mediaUsername;

    @Option(
            names = "--media-password",
            required = true,
            defaultValue = "${env:MEDIA_DATABASE_PASSWORD}",
            description = "MEDIA_DATABASE_PASSWORD.")
    private String mediaPassword;

    @Option(
            names = "--store-endpoint",
            required = true,
            defaultValue = "${env:STORE_ENDPOINT}",
            paramLabel = "URL",
            description = "S3 endpoint that holds the pictures (STORE_ENDPOINT).")
    private String storeEndpoint;

    @Option(names = "--store-bucket", defaultValue = "${env:STORE_BUCKET:-periodical}", description = "STORE_BUCKET.")
    private String storeBucket;

    @Option(names = "--store-access-key", required = true, defaultValue = "${env:STORE_ACCESS_KEY}")
    private String storeAccessKey;

    @Option(names = "--store-secret-key", required = true, defaultValue = "${env:STORE_SECRET_KEY}")
    private String storeSecretKey;

    @Option(names = "--store-region", defaultValue = "${env:STORE_REGION:-us-east-1}", description = "STORE_REGION.")
    private String storeRegion;

    /** The databases, in the order in which they are copied. */
    List<Database> databases() {
        return List.of(
                new Database("content", contentUrl, contentUsername, contentPassword),
                new Database("media", mediaUrl, mediaUsername, mediaPassword));
    }

    /** The bucket that media-service writes to. */
    Bucket pictures() {
        return Bucket.at(storeEndpoint, storeRegion, storeBucket, storeAccessKey, storeSecretKey);
    }
}
