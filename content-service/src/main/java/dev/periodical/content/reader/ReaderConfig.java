package dev.periodical.content.reader;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;

/** How pages are shown. */
@ConfigMapping(prefix = "periodical.reader")
interface ReaderConfig {

    /** The zone in which dates are shown. */
    @WithDefault("Asia/Shanghai")
    ZoneId zone();
}
