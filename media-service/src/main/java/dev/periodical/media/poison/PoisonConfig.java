package dev.periodical.media.poison;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What makes a picture suspect. */
@ConfigMapping(prefix = "periodical.poison")
public interface PoisonConfig {

    /** As many addresses of one host with the same bytes are suspect; 0 for never. */
    @WithDefault("5")
    int repeats();

    /** A picture no larger than this in both directions may be repeated as often as it likes: icons, emoji. */
    @WithDefault("64")
    int iconSide();

    /** How many of the 64 bits of two looks may differ. */
    @WithDefault("5")
    int distance();

    /** Hosts of random pictures beside the built-in ones, each with everything below it. */
    Optional<List<String>> placeholderHosts();

    /** Known notices, by name, beside those of the table. */
    Map<String, Known> notices();

    /** At least one of both. */
    interface Known {

        /** SHA-256 of the bytes, 64 hex digits. */
        Optional<String> sha256();

        /** The look of it, 16 hex digits. */
        Optional<String> dhash();
    }
}
