package dev.periodical.http;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** How much may be asked with a token. What is not set is not limited. */
public interface TokenLimits {

    /** Requests a second, in the long run; {@code 0.5} is one every two seconds. */
    OptionalDouble requestsPerSecond();

    /** How many may come at once after a quiet while; the requests of one second where it is not set. */
    OptionalInt burst();

    /** The largest request body, in bytes. */
    OptionalLong maxBytes();
}
