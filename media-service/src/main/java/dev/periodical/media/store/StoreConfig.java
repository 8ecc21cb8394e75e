package dev.periodical.media.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** The S3 endpoint. */
@ConfigMapping(prefix = "periodical.store")
interface StoreConfig {

    /** Its address: {@code http://minio:9000}. */
    URI endpoint();

    String accessKey();

    String secretKey();

    /** The bucket, created when it is missing and that is allowed. */
    @WithDefault("periodical")
    String bucket();

    /** The region that requests are signed for; MinIO takes any. */
    @WithDefault("us-east-1")
    String region();

    /** How many requests may be under way at once. */
    @WithDefault("32")
    int concurrency();
}
