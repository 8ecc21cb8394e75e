package dev.periodical.ingest.submission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much of batches is in work at once. */
@ConfigMapping(prefix = "periodical.batch")
interface BatchConfig {

    /** How many batches are read at once, each by a thread of its own; one more is answered 503 at once. */
    @WithDefault("4")
    int atOnce();

    /** How many items of one batch may be on their way to Kafka. */
    @WithDefault("256")
    int itemsInFlight();

    /** How long to wait for the next bytes of a batch, or for its client to take a result. */
    @WithDefault("60s")
    Duration patience();
}
