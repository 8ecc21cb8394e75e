package dev.periodical.content.webhook;

import dev.periodical.outbound.OutboundConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Manners and bounds of webhooks. */
@ConfigMapping(prefix = "periodical.webhooks")
public interface WebhookConfig extends OutboundConfig {

    /** Whether this replica delivers at all. */
    @WithDefault("true")
    boolean enabled();

    /** How many subscriptions a token may have. */
    @WithDefault("20")
    int perToken();

    /** How many subscriptions are delivered to at once; those that failed last have half of it at most. */
    @WithDefault("16")
    int atOnce();

    /** How many deliveries of one subscription are made in one turn, one after another. */
    @WithDefault("20")
    int turn();

    /** How many deliveries of one subscription wait at most; beyond, it reads on in the feed when some are made. */
    @WithDefault("1000")
    int backlog();

    /** How long a subscription is this worker's unless renewed, which each delivery does: more than {@link #timeout}. */
    @WithDefault("60s")
    Duration lease();

    /** How often is looked for work while there is none. */
    @WithDefault("500ms")
    Duration idle();

    /** From the request to the end of its answer. */
    @WithDefault("15s")
    Duration timeout();

    /** The wait after a delivery's first failure; four times as long after each further one, 12 hours at most. */
    @WithDefault("10s")
    Duration retryAfter();

    /** How long a delivery is tried. */
    @WithDefault("3d")
    Duration giveUpAfter();

    /** How long deliveries that are made or given up stay visible and can be replayed. */
    @WithDefault("7d")
    Duration keep();
}
