package dev.periodical.http;

import static dev.periodical.http.TestToken.CHINESE;
import static dev.periodical.http.TestToken.SESAME;
import static dev.periodical.http.TestToken.UNLIMITED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenFileTest {

    private static final Path PATH = Path.of("/run/tokens");

    private static Tokens read(String content) {
        return TokenFile.read(PATH, content.getBytes(StandardCharsets.UTF_8), Set.of("taken"), UNLIMITED);
    }

    @Test
    void file_statesTokensRolesAndLimits() {
        Tokens tokens = read("# who may write\n\ndesk.sha256=" + SESAME + "\r\ndesk.roles = write , operate\n"
                + "desk.requests-per-second = 0.5\n desk.burst=7\ndesk.max-bytes=1048576\n"
                + "编辑.v2.sha256 = " + CHINESE + "\n编辑.v2.roles = write");

        assertThat(tokens.holder("open-sesame")).hasValueSatisfying(desk -> {
            assertThat(desk.roles()).containsExactlyInAnyOrder(Roles.WRITE, Roles.OPERATE);
            assertThat(desk.allowance().limits()).isEqualTo(new Limits(0.5, 7, 1_048_576));
        });
        assertThat(tokens.holder("芝麻开门").orElseThrow().name()).isEqualTo("编辑.v2");
    }

    @Test
    void emptyFile_hasNoTokens() {
        assertThat(read("").holder("open-sesame")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "open-sesame, 2, must be NAME.SETTING = VALUE",
                "desk.sha265=x, 2, must be NAME.SETTING = VALUE",
                ".sha256=x, 2, must be NAME.SETTING = VALUE",
                "desk.sha256=open-sesame|desk.roles=write, 2, desk.sha256 must be the token's SHA-256: 64 hex digits",
                "desk.roles=write, 2, desk.sha256 is missing",
                "desk.sha256=" + SESAME + ", 2, desk.roles is missing",
                "desk.sha256=" + SESAME + "|desk.roles=admin, 3, desk.roles has 'admin'",
                "desk.sha256=" + SESAME + "|desk.roles=write|desk.burst=many, 4, desk.burst must be 1 or more",
                "desk.sha256=" + SESAME + "|desk.roles=write|desk.max-bytes=0, 4, desk.max-bytes must be 1 or more",
                "desk.roles=write|desk.roles=operate, 3, desk.roles stands in line 2 already",
                "taken.sha256=" + SESAME + ", 2, taken is configured already: periodical.tokens.taken",
            })
    void wrongLine_isNamed(String content, int line, String message) {
        assertThatThrownBy(() -> read("# first\n" + content.replace('|', '\n')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(PATH + ", line " + line + ": ")
                .hasMessageContaining(message)
                .hasMessageNotContaining("open-sesame");
    }

    @Test
    void endlessFile_isRefused() {
        assertThatThrownBy(() -> TokenFile.read(PATH, new byte[(1 << 20) + 1], Set.of(), UNLIMITED))
                .hasMessage("/run/tokens is larger than 1048576 bytes");
    }
}
