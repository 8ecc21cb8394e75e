package dev.periodical.media.fetch;

import dev.periodical.media.plan.HostRule;
import dev.periodical.media.plan.Processing;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of hosts and of CDNs beyond what is built in. */
@ConfigMapping(prefix = "periodical.ladder")
interface RungsConfig {

    /** Manners of hosts, by a name of the operator's choice. */
    Map<String, Rule> rules();

    /** What to take from a URL for the original, by a name of the operator's choice. */
    Map<String, Original> originals();

    /** As {@link HostRule}; replaces the built-in rule for these hosts. */
    interface Rule {

        /** Names, each with everything below it. */
        List<String> hosts();

        /** Asked with first. */
        Optional<String> referer();

        /** Sent instead of this service's own. */
        Optional<String> userAgent();

        /** How long these hosts are left alone between turns. */
        Optional<Duration> spacing();
    }

    /** As {@link Processing}. */
    interface Original {

        /** A name, with everything below it; every host by default. */
        Optional<String> host();

        /** A regular expression, on the URL behind its host. */
        String find();

        /** What stands there for the original, groups as {@code $1}. */
        Optional<String> replace();
    }
}
