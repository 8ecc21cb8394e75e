package dev.periodical.media.plan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much media-service takes from Kafka at once. */
@ConfigMapping(prefix = "periodical.plan")
interface PlanConfig {

    /** Whether this replica plans at all. */
    @WithDefault("true")
    boolean enabled();

    /** The most articles in one transaction. */
    @WithDefault("200")
    int maxRecords();

    /** About the most bytes in one poll, before decompression: bounds the heap. */
    @WithDefault("8388608")
    int maxBytes();
}
