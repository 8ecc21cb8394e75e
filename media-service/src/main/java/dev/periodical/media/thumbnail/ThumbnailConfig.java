package dev.periodical.media.thumbnail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the making of thumbnails may take. */
@ConfigMapping(prefix = "periodical.thumbnail")
interface ThumbnailConfig {

    /** How many are made at once, each with its picture in the spool. */
    @WithDefault("8")
    int atOnce();

    /** How many wait for that; beyond, whoever asks is told to come again. */
    @WithDefault("512")
    int queue();
}
