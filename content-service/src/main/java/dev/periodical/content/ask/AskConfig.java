package dev.periodical.content.ask;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;

/** How questions are understood. */
@ConfigMapping(prefix = "periodical.reader")
public interface AskConfig {

    /** The zone of a day in {@code from}, {@code to} and {@code /stats}: the readers'. */
    @WithDefault("Asia/Shanghai")
    ZoneId zone();
}
