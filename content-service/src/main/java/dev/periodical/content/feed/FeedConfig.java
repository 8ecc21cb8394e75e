package dev.periodical.content.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** What feeds say of themselves. */
@ConfigMapping(prefix = "periodical.feed")
interface FeedConfig {

    /** Their title; what is asked for stands behind it. */
    @WithDefault("Periodical")
    String title();

    /** A WebSub hub that tells subscribers of news; whoever runs it has it look at the feeds. */
    Optional<URI> hub();
}
