package dev.periodical.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Sessions of browsers, kept by the browser alone: the cookie holds the token, sealed. So every replica knows every session, a
 * restart ends none, and a token that is taken out of the configuration takes its sessions with it.
 */
@ApplicationScoped
public class Sessions {

    /** How long one lasts. */
    public static final Duration LASTS = Duration.ofHours(12);

    private final CurrentTokens tokens;
    private final Clock clock;

    Sessions(CurrentTokens tokens) {
        this.tokens = tokens;
        this.clock = Clock.systemUTC();
    }

    /** What the browser is to keep; nothing where nobody holds this token. */
    public Optional<String> open(String token) {
        Instant until = clock.instant().plus(LASTS);
        return tokens.now().sealed(new SealedToken(token, until));
    }

    /** Whose session it is, unless it has ended. */
    public Optional<Session> find(String sealed) {
        return tokens.now().session(sealed, clock.instant());
    }
}
