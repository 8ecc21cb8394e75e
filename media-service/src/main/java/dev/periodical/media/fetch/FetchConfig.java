package dev.periodical.media.fetch;

import dev.periodical.outbound.OutboundConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Manners and bounds of fetching. */
@ConfigMapping(prefix = "periodical.fetch")
public interface FetchConfig extends OutboundConfig {

    /** Whether this replica fetches at all. */
    @WithDefault("true")
    boolean enabled();

    /** How many hosts are worked on at once. */
    @WithDefault("64")
    int hosts();

    /** How many pictures of one host are fetched at once. */
    @WithDefault("2")
    int perHost();

    /** How many pictures of one host are taken in one turn. */
    @WithDefault("8")
    int turn();

    /** From the begin of one request to a host to the begin of the next. */
    @WithDefault("100ms")
    Duration hostSpacing();

    /** How long a host is this worker's unless renewed: after a crash it is another's this much later. */
    @WithDefault("15s")
    Duration lease();

    /** How often the frontier is looked at while nothing is due. */
    @WithDefault("250ms")
    Duration idle();

    /** From the request to the last byte. */
    @WithDefault("60s")
    Duration timeout();

    /** The largest picture, in bytes. */
    @WithDefault("31457280")
    long maxBytes();

    /** The largest picture, in pixels of a frame. */
    @WithDefault("50000000")
    long maxPixels();

    /** How many redirects are followed. */
    @WithDefault("5")
    int redirects();

    /** How often the ladder is climbed for what may heal. */
    @WithDefault("8")
    int rounds();

    /** The wait after the first round in vain; four times as long after each further one, 24 hours at most. */
    @WithDefault("1m")
    Duration retryAfter();

    /** How long after its first round in vain a picture is tried at most. */
    @WithDefault("7d")
    Duration giveUpAfter();

    /** For how many pictures in a row a host may give no answer before it rests. */
    @WithDefault("5")
    int restAfter();

    /** A host's first rest; doubled after each further failure. */
    @WithDefault("1m")
    Duration rest();

    /** The longest rest, also where a host's {@code Retry-After} asks for more. */
    @WithDefault("24h")
    Duration longestRest();

    /** From which time to answer a host counts as slow: slow hosts are at most half of those worked on. */
    @WithDefault("2s")
    Duration slowAfter();

    /** The folder of bytes under way, a file of at most {@link #maxBytes} for each fetch; the JVM's own by default. */
    @WithDefault("${java.io.tmpdir}")
    Path spool();

    /** Sent with every request, with an address at which its owner is found. */
    @WithDefault("Mozilla/5.0 (compatible; Periodical/1.0; keeps pictures of syndicated articles)")
    String userAgent();
}
