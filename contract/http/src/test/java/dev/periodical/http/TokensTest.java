package dev.periodical.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hashes are those of {@code printf %s TOKEN | sha256sum}. */
class TokensTest {

    private static final String SESAME = "d7ecdf25eaf3deba0f2628771dbdd22d4138ab6cf38f91ed02a2ca0dec7c8ab7";
    private static final String CHINESE = "2c013cc2ef052c1883ac6402252a4db8ed34ebaa3bcc0feacdb433b07e593cad";

    private record Token(String sha256, Set<String> roles) implements TokensConfig.Token {}

    private final Tokens tokens = new Tokens(Map.of(
            "desk", new Token(SESAME, Set.of(Roles.WRITE)),
            "night-shift", new Token(CHINESE, Set.of(Roles.WRITE, Roles.OPERATE))));

    @Test
    void token_isKnownByItsHash() {
        assertThat(tokens.holder("open-sesame")).contains(new Tokens.Holder("desk", Set.of(Roles.WRITE)));
        assertThat(tokens.holder("芝麻开门"))
                .contains(new Tokens.Holder("night-shift", Set.of(Roles.WRITE, Roles.OPERATE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "open-sesame ", "OPEN-SESAME", "open-sesam", SESAME, "desk"})
    void anythingElse_isNobodys(String token) {
        assertThat(tokens.holder(token)).isEmpty();
    }

    @Test
    void withoutTokens_everyTokenIsNobodys() {
        assertThat(new Tokens(Map.of()).holder("open-sesame")).isEmpty();
    }

    @Test
    void hash_mayBeWrittenInCapitals_andWithBlanksAround() {
        Tokens lenient = new Tokens(Map.of("desk", new Token("  " + SESAME.toUpperCase(Locale.ROOT) + "\n", Set.of())));
        assertThat(lenient.holder("open-sesame")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "open-sesame", "abc123", "sha256:" + SESAME, SESAME + "00"})
    void whatIsNoHash_stopsTheService_withoutBeingRepeated(String configured) {
        assertThatThrownBy(() -> new Tokens(Map.of("desk", new Token(configured, Set.of(Roles.WRITE)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("periodical.tokens.desk.sha256 must be the token's SHA-256: 64 hex digits");
    }

    @Test
    void unknownRole_stopsTheService_andIsNamed() {
        assertThatThrownBy(() -> new Tokens(Map.of("desk", new Token(SESAME, Set.of("admin")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("periodical.tokens.desk.roles has 'admin'; there are write and operate");
    }
}
