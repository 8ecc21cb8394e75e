package dev.periodical.outbound;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the operator decides of requests that go out. Who sends some extends it by a mapping of its own, under its own prefix. */
public interface OutboundConfig {

    /** To a connection. */
    @WithDefault("10s")
    Duration connectTimeout();

    /** The only ports that are connected to. */
    @WithDefault("80,443,8080,8443")
    Set<Integer> ports();

    /** Names never asked, with everything below them. */
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
