package dev.periodical.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;
import java.util.Set;

/** The tokens that open the doors, by a name of the operator's choice. Only hashes are configured, never a token. */
@ConfigMapping(prefix = "periodical.tokens")
public interface TokensConfig {

    /** {@code periodical.tokens.<name>.sha256}, {@code .roles} and the token's own limits. */
    @WithParentName
    Map<String, Token> byName();

    /** One token. */
    interface Token extends TokenLimits {

        /** SHA-256 of the token, 64 hex digits: {@code printf %s TOKEN | sha256sum}. */
        String sha256();

        /** {@code write}, {@code operate}, or both, separated by a comma. */
        Set<String> roles();
    }
}
