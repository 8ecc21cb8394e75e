package dev.periodical.media.collect;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When unused pictures go. */
@ConfigMapping(prefix = "periodical.collect")
interface CollectConfig {

    /** How long nobody must have used a picture. Longer than any picture is under way between its bytes and its row. */
    @WithDefault("7d")
    Duration grace();

    /** How often this replica collects by itself; off: what was promised to be kept goes only when an operator says so. */
    @WithDefault("off")
    String every();
}
