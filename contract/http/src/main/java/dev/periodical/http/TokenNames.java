package dev.periodical.http;

import jakarta.inject.Singleton;
import java.util.Set;

/** The tokens that count now, by name: what belongs to a token rests while nobody holds it. */
@Singleton
public class TokenNames {

    private final CurrentTokens tokens;

    TokenNames(CurrentTokens tokens) {
        this.tokens = tokens;
    }

    public Set<String> all() {
        return tokens.names();
    }
}
