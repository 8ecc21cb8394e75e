package dev.periodical.http;

import static dev.periodical.http.TestToken.SESAME;
import static dev.periodical.http.TestToken.UNLIMITED;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final Instant END = NOW.plus(Sessions.LASTS);

    private final Tokens tokens = tokens(Set.of("operate"));

    private static Tokens tokens(Set<String> roles) {
        return Tokens.of(
                Map.of("desk", TestToken.of(SESAME, roles.toArray(String[]::new))),
                UNLIMITED,
                (name, setting) -> setting);
    }

    private String sealed() {
        return tokens.sealed(new SealedToken("open-sesame", END)).orElseThrow();
    }

    @Test
    void session_isItsTokens() {
        Session session = tokens.session(sealed(), NOW).orElseThrow();

        assertThat(session.name()).isEqualTo("desk");
        assertThat(session.may(Roles.OPERATE)).isTrue();
        assertThat(session.may(Roles.WRITE)).isFalse();
    }

    @Test
    void tokenThatNobodyHolds_isNotSealed() {
        assertThat(tokens.sealed(new SealedToken("open-barley", END))).isEmpty();
    }

    @Test
    void session_isKnownToAnyReplica_withTheRolesOfNow() {
        assertThat(tokens(Set.of("write")).session(sealed(), NOW).orElseThrow().roles())
                .containsExactly("write");
    }

    @Test
    void session_endsInTime_andWithItsToken() {
        assertThat(tokens.session(sealed(), END.minusSeconds(1))).isPresent();
        assertThat(tokens.session(sealed(), END)).isEmpty();
        assertThat(Tokens.of(Map.of(), UNLIMITED, (name, setting) -> setting).session(sealed(), NOW))
                .isEmpty();
        assertThat(Sessions.LASTS).isEqualTo(Duration.ofHours(12));
    }

    @Test
    void hashAlone_makesNoSession() {
        byte[] hash = HexFormat.of().parseHex(SESAME);

        String forged = new SealedToken("a guess", END).sealed(hash);

        assertThat(tokens.session(forged, NOW)).isEmpty();
    }

    @Test
    void sealTouched_isNone() {
        String sealed = sealed();
        for (int i = 0; i < sealed.length() - 1; i++) {
            char other = sealed.charAt(i) == 'A' ? 'B' : 'A';
            String touched = sealed.substring(0, i) + other + sealed.substring(i + 1);
            assertThat(tokens.session(touched, NOW)).isEmpty();
        }
        assertThat(tokens.session("", NOW)).isEmpty();
        assertThat(tokens.session("no base64 at all!", NOW)).isEmpty();
    }

    @Test
    void seal_showsNoToken_andIsNeverTheSame() {
        assertThat(new String(Base64.getUrlDecoder().decode(sealed()), ISO_8859_1))
                .doesNotContain("sesame");
        assertThat(sealed()).isNotEqualTo(sealed());
    }

    @Test
    void formToken_isTheSessionsOwn() {
        Session one = tokens.session(sealed(), NOW).orElseThrow();
        Session other = tokens.session(sealed(), NOW).orElseThrow();

        assertThat(one.wrote(one.formToken())).isTrue();
        assertThat(one.wrote(other.formToken())).isFalse();
        assertThat(one.wrote(null)).isFalse();
        assertThat(one.wrote("")).isFalse();
    }
}
