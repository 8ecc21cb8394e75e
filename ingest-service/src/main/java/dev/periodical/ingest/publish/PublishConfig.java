package dev.periodical.ingest.publish;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long and how much may wait for Kafka. */
@ConfigMapping(prefix = "periodical.publish")
interface PublishConfig {

    /** From accepting a document to Kafka's acknowledgement; after that the caller is told 503. */
    @WithDefault("5s")
    Duration deadline();

    /** How many bytes may wait for Kafka at once. */
    @WithDefault("67108864")
    long bufferBytes();
}
