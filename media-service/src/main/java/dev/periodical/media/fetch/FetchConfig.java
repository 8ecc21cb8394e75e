package dev.periodical.media.fetch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Manners and bounds of fetching. */
@ConfigMapping(prefix = "periodical.fetch")
public interface FetchConfig {

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

    /** To a connection. */
    @WithDefault("10s")
    Duration connectTimeout();

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

    /** The only ports that are connected to. */
    @WithDefault("80,443,8080,8443")
    Set<Integer> ports();

    /** Names never fetched, with everything below them. */
    Optional<List<String>> deniedHosts();

    /** This deployment's own public names. */
    Optional<Set<String>> ownHosts();

    /**
     * The operator's own detours, as curl's {@code --connect-to}: {@code HOST1:PORT1:HOST2:PORT2}; an empty HOST1 or PORT1
     * stands for any. A request for HOST1:PORT1 is sent to HOST2:PORT2 unresolved and unjudged: the one exception to the
     * guard's table of addresses.
     */
    Optional<List<String>> connectTo();
}
