package dev.periodical.content.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much content-service takes from Kafka at once. */
@ConfigMapping(prefix = "periodical.intake")
interface IntakeConfig {

    /** Whether this replica reads the topics at all. Off in tests of the doors alone. */
    @WithDefault("true")
    boolean enabled();

    /** The most records in one poll; a transaction takes at most 16 MiB of them, and one record at least. */
    @WithDefault("200")
    int maxRecords();

    /** About the most bytes in one poll as they lie on the broker, compressed; they unfold to max-records articles. */
    @WithDefault("8388608")
    int maxBytes();
}
