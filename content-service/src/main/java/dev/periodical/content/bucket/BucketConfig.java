package dev.periodical.content.bucket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** The bucket in which media-service keeps pictures; the same keys as there. Credentials that may only read are enough. */
@ConfigMapping(prefix = "periodical.store")
interface BucketConfig {

    /** Its address: {@code http://minio:9000}. Without it, or without a key, exports link to media-service. */
    Optional<URI> endpoint();

    Optional<String> accessKey();

    Optional<String> secretKey();

    @WithDefault("periodical")
    String bucket();

    /** The region that requests are signed for; MinIO takes any. */
    @WithDefault("us-east-1")
    String region();
}
