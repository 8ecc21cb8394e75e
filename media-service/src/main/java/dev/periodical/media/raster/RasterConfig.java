package dev.periodical.media.raster;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.OptionalInt;

/** What decoding may take. */
@ConfigMapping(prefix = "periodical.raster")
public interface RasterConfig {

    /** How many pictures are decoded at once; as many as there are processors by default. */
    OptionalInt threads();

    /** How many wait for a thread; beyond, whoever asks is told to come again. */
    @WithDefault("256")
    int queue();

    /** About how many bytes all decodings may hold at once; what needs more by itself is not decoded. */
    @WithDefault("100663296")
    int maxBytes();
}
