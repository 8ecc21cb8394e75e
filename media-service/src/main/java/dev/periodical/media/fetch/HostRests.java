package dev.periodical.media.fetch;

import dev.periodical.events.FailureReason;
import dev.periodical.media.fetch.HostManners.Manners;
import dev.periodical.outbound.FetchRefused;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * When a host is left alone, and for how long: when it says so, when it says that it is asked too much, and when it gave no
 * answer for a number of pictures in a row.
 *
 * @param after for how many pictures in a row it may give no answer
 * @param first its first rest, doubled after each further failure
 * @param longest no rest is longer, whoever asks for it
 */
record HostRests(int after, Duration first, Duration longest) {

    private static final Set<FailureReason> NO_ANSWER =
            Set.of(FailureReason.UNKNOWN_HOST, FailureReason.CONNECTION_FAILED, FailureReason.TIMED_OUT);

    static HostRests of(FetchConfig config) {
        return new HostRests(config.restAfter(), config.rest(), config.longestRest());
    }

    /** Whether this says that nobody is there at the host. What a redirect led to says nothing of who sent it. */
    static boolean noAnswer(FetchRefused refused, String host) {
        return NO_ANSWER.contains(refused.reason())
                && refused.status() == null
                && (refused.route() == null
                        || refused.reason() != FailureReason.UNKNOWN_HOST
                                && refused.route().target().host().equals(host));
    }

    /** The rest that an answer of the host calls for; zero for none. */
    Duration wished(FetchRefused refused, String host) {
        boolean itsOwn =
                refused.route() != null && refused.route().target().host().equals(host);
        if (!itsOwn || refused.retryAfter() == null && refused.reason() != FailureReason.RATE_LIMITED) {
            return Duration.ZERO;
        }
        return atMost(refused.retryAfter() == null ? first : refused.retryAfter());
    }

    /** The rest after so many pictures in a row without an answer; zero for none. */
    Duration silent(int failures) {
        if (failures < after) {
            return Duration.ZERO;
        }
        long most =
                atMost(first.multipliedBy(1L << Math.min(failures - after, 20))).toMillis();
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most - most / 4, most + 1));
    }

    /** One picture at a time is enough to see whether a silent host is back. */
    Manners mannered(Manners manners, int failures) {
        return failures < after ? manners : new Manners(1, manners.spacing());
    }

    private Duration atMost(Duration rest) {
        return rest.compareTo(longest) > 0 ? longest : rest;
    }
}
