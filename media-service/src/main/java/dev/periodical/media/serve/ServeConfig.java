package dev.periodical.media.serve;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of the door. */
@ConfigMapping(prefix = "periodical.hand-in")
interface ServeConfig {

    /** How many pictures are handed in at once, each with its bytes in the temporary folder. */
    @WithDefault("8")
    int atOnce();
}
