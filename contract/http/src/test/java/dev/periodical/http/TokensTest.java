package dev.periodical.http;

import static dev.periodical.http.TestToken.CHINESE;
import static dev.periodical.http.TestToken.SESAME;
import static dev.periodical.http.TestToken.UNLIMITED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

    private final Tokens tokens = tokens(Map.of(
            "desk", TestToken.of(SESAME, Roles.WRITE),
            "night-shift", TestToken.of(CHINESE, Roles.WRITE, Roles.OPERATE)));

    private static Tokens tokens(Map<String, TestToken> byName) {
        return Tokens.of(byName, UNLIMITED, (name, setting) -> "periodical.tokens." + name + "." + setting);
    }

    @Test
    void token_isKnownByItsHash() {
        assertThat(tokens.holder("open-sesame")).hasValueSatisfying(holder -> {
            assertThat(holder.name()).isEqualTo("desk");
            assertThat(holder.roles()).containsExactly(Roles.WRITE);
        });
        assertThat(tokens.holder("芝麻开门")).hasValueSatisfying(holder -> {
            assertThat(holder.name()).isEqualTo("night-shift");
            assertThat(holder.roles()).containsExactlyInAnyOrder(Roles.WRITE, Roles.OPERATE);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "open-sesame ", "OPEN-SESAME", "open-sesam", SESAME, "desk"})
    void anythingElse_isNobodys(String token) {
        assertThat(tokens.holder(token)).isEmpty();
    }

    @Test
    void withoutTokens_everyTokenIsNobodys() {
        assertThat(tokens(Map.of()).holder("open-sesame")).isEmpty();
    }

    @Test
    void hash_mayBeWrittenInCapitals_andWithBlanksAround() {
        Tokens lenient = tokens(Map.of("desk", TestToken.of("  " + SESAME.toUpperCase(Locale.ROOT) + "\n")));
        assertThat(lenient.holder("open-sesame")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "open-sesame", "abc123", "sha256:" + SESAME, SESAME + "00"})
    void whatIsNoHash_stopsTheService_withoutBeingRepeated(String configured) {
        assertThatThrownBy(() -> tokens(Map.of("desk", TestToken.of(configured, Roles.WRITE))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("periodical.tokens.desk.sha256 must be the token's SHA-256: 64 hex digits");
    }

    @Test
    void unknownRole_stopsTheService_andIsNamed() {
        assertThatThrownBy(() -> tokens(Map.of("desk", TestToken.of(SESAME, "admin"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("periodical.tokens.desk.roles has 'admin'; there are write and operate");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e7})
    void impossibleRate_stopsTheService_andIsNamed(double rate) {
        assertThatThrownBy(() -> tokens(Map.of("desk", TestToken.limited(rate))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("periodical.tokens.desk.requests-per-second must be above 0, up to a million");
    }

    @Test
    void reload_keepsTheAccount_whereTheLimitsAreTheSame() {
        Tokens before = tokens(Map.of("desk", TestToken.limited(1)));
        Tokens same = tokens(Map.of("desk", TestToken.limited(1))).after(before);
        Tokens other = tokens(Map.of("desk", TestToken.limited(2))).after(before);

        assertThat(allowance(same)).isSameAs(allowance(before));
        assertThat(allowance(other)).isNotSameAs(allowance(before));
    }

    private static Allowance allowance(Tokens tokens) {
        return tokens.holder("open-sesame").orElseThrow().allowance();
    }
}
