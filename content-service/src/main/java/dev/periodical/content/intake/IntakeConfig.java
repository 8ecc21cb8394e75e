package dev.periodical.content.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much content-service takes from Kafka at once. */
@ConfigMapping(prefix = "periodical.intake")
interface IntakeConfig {

    /** Whether this replica reads the topics at all. Off in tests of the doors alone. */
    @WithDefault("true")
    boolean enabled();

    /** How many polls are worked on at once, each by a member of the group with partitions of its own; 6 at most have any. */
    @WithDefault("2")
    int members();

    /** The most records in one poll; transactions take at most 16 MiB of them together, and one record at least each. */
    @WithDefault("200")
    int maxRecords();

    /** About the most bytes in polls of all members as they lie on the broker, compressed; each unfolds to max-records articles. */
    @WithDefault("8388608")
    int maxBytes();
}
