package dev.periodical.media.fetch;

import dev.periodical.media.frontier.HostClaim;
import java.time.Duration;
import java.util.List;

/** Turns with hosts, for tests that need no clock. */
final class Turns {

    static final HostRests RESTS = new HostRests(3, Duration.ofMinutes(1), Duration.ofHours(24));

    private Turns() {}

    static HostTurn of(String host, int failures) {
        return new HostTurn(
                null,
                new HostClaim(host, failures, Duration.ZERO, false, List.of()),
                new HostManners.Manners(2, Duration.ZERO),
                RESTS,
                Duration.ofSeconds(2));
    }
}
