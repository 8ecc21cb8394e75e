package dev.periodical.desk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;

/** The pages for operators. */
@ConfigMapping(prefix = "periodical.desk")
public interface DeskConfig {

    /** The zone of the times that a page without script shows; with script they are the browser's. */
    @WithDefault("Asia/Shanghai")
    ZoneId zone();

    /** How often open pages are told whether something has changed; figures are never older. */
    @WithDefault("5s")
    Duration refresh();

    /** The most open pages that are told of changes, for this replica; others have to reload. */
    @WithDefault("64")
    int pages();
}
