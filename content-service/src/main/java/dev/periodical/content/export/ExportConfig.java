package dev.periodical.content.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How exports run. */
@ConfigMapping(prefix = "periodical.export")
interface ExportConfig {

    /** How many run at once; more are asked to come again. */
    @WithDefault("8")
    int atOnce();

    /** The threads that all of them share. A caller who takes his time holds none. */
    @WithDefault("2")
    int threads();

    /** Who takes nothing for so long is cut off. */
    @WithDefault("60s")
    Duration patience();
}
