package dev.periodical.content.browse;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;

/** How questions are understood. */
@ConfigMapping(prefix = "periodical.reader")
interface BrowseConfig {

    /** The zone of a day in {@code from}, {@code to} and {@code /stats}: the readers'. */
    @WithDefault("Asia/Shanghai")
    ZoneId zone();
}
