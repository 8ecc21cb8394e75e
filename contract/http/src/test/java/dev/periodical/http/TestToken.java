package dev.periodical.http;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** A token as configuration would state it. */
record TestToken(
        String sha256, Set<String> roles, OptionalDouble requestsPerSecond, OptionalInt burst, OptionalLong maxBytes)
        implements TokensConfig.Token {

    /** {@code open-sesame}, by {@code printf %s TOKEN | sha256sum}. */
    static final String SESAME = "d7ecdf25eaf3deba0f2628771dbdd22d4138ab6cf38f91ed02a2ca0dec7c8ab7";

    /** {@code 芝麻开门}. */
    static final String CHINESE = "2c013cc2ef052c1883ac6402252a4db8ed34ebaa3bcc0feacdb433b07e593cad";

    static final LimitsConfig UNLIMITED = limits(OptionalDouble.empty(), OptionalInt.empty(), OptionalLong.empty());

    static TestToken of(String sha256, String... roles) {
        return new TestToken(sha256, Set.of(roles), OptionalDouble.empty(), OptionalInt.empty(), OptionalLong.empty());
    }

    static TestToken limited(double requestsPerSecond) {
        return new TestToken(
                SESAME,
                Set.of(Roles.WRITE),
                OptionalDouble.of(requestsPerSecond),
                OptionalInt.empty(),
                OptionalLong.empty());
    }

    static LimitsConfig limits(OptionalDouble requestsPerSecond, OptionalInt burst, OptionalLong maxBytes) {
        return new LimitsConfig() {
            @Override
            public OptionalDouble requestsPerSecond() {
                return requestsPerSecond;
            }

            @Override
            public OptionalInt burst() {
                return burst;
            }

            @Override
            public OptionalLong maxBytes() {
                return maxBytes;
            }
        };
    }
}
