package dev.periodical.content.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of {@code GET /events}. */
@ConfigMapping(prefix = "periodical.events")
interface LiveConfig {

    /** How many listen at once to this replica; further ones are asked to come again. */
    @WithDefault("200")
    int connections();

    /** After how much silence a comment shows that the connection lives, and where the listener stands. */
    @WithDefault("15s")
    Duration heartbeat();

    /** How long a listener may take for one event; then the connection is cut, and resumed by himself. */
    @WithDefault("30s")
    Duration patience();

    /** After what time a listener whose connection ended is to come again. */
    @WithDefault("2s")
    Duration retry();
}
