package dev.periodical.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurrentTokensTest {

    private static final String DESK = "desk.sha256=" + TestToken.SESAME + "\ndesk.roles=write\n";
    private static final String NIGHT = "night.sha256=" + TestToken.CHINESE + "\nnight.roles=operate\n";

    @TempDir
    Path folder;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private CurrentTokens tokens;

    /** So seldom that only the test looks. */
    private CurrentTokens tokens(Path file, Map<String, TokensConfig.Token> configured) {
        tokens = new CurrentTokens(
                () -> configured, TestToken.UNLIMITED, Optional.ofNullable(file), Duration.ofDays(1), metrics);
        return tokens;
    }

    @AfterEach
    void stop() {
        if (tokens != null) {
            tokens.stop();
        }
    }

    private double refused() {
        return metrics.get("periodical.tokens.file.refused").gauge().value();
    }

    @Test
    void newContent_replacesTheOld_andConfiguredTokensStay() throws IOException {
        Path file = Files.writeString(folder.resolve("tokens"), "");
        tokens(file, Map.of("desk", TestToken.of(TestToken.SESAME, Roles.WRITE)));

        Files.writeString(file, NIGHT);
        tokens.look();
        assertThat(tokens.holder("芝麻开门")).isPresent();
        assertThat(tokens.holder("open-sesame")).isPresent();

        Files.writeString(file, "");
        tokens.look();
        assertThat(tokens.holder("芝麻开门")).isEmpty();
        assertThat(tokens.holder("open-sesame")).isPresent();
    }

    @Test
    void mountedSecret_isSwappedByALink() throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("..1")).resolve("tokens"), DESK);
        Files.writeString(Files.createDirectory(folder.resolve("..2")).resolve("tokens"), NIGHT);
        Path data = Files.createSymbolicLink(folder.resolve("..data"), Path.of("..1"));
        Path file = Files.createSymbolicLink(folder.resolve("tokens"), Path.of("..data", "tokens"));
        tokens(file, Map.of());

        Path next = Files.createSymbolicLink(folder.resolve("..data_tmp"), Path.of("..2"));
        Files.move(next, data, StandardCopyOption.ATOMIC_MOVE);
        tokens.look();

        assertThat(tokens.holder("open-sesame")).isEmpty();
        assertThat(tokens.holder("芝麻开门")).isPresent();
    }

    @Test
    void brokenOrLostFile_changesNothing_andIsMeasured_untilItIsRight() throws IOException {
        Path file = Files.writeString(folder.resolve("tokens"), DESK);
        tokens(file, Map.of());
        assertThat(refused()).isZero();

        Files.writeString(file, NIGHT + "desk.sha256=half a ha");
        tokens.look();
        assertThat(tokens.holder("open-sesame")).isPresent();
        assertThat(tokens.holder("芝麻开门")).isEmpty();
        assertThat(refused()).isEqualTo(1);

        Files.delete(file);
        tokens.look();
        assertThat(tokens.holder("open-sesame")).isPresent();
        assertThat(refused()).isEqualTo(1);

        Files.writeString(file, NIGHT);
        tokens.look();
        assertThat(tokens.holder("芝麻开门")).isPresent();
        assertThat(refused()).isZero();
    }

    @Test
    void brokenOrMissingFileAtTheStart_stopsTheService() throws IOException {
        Path file = Files.writeString(folder.resolve("tokens"), DESK + "desk.rolls=write\n");
        assertThatThrownBy(() -> tokens(file, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file + ", line 3: ");
        assertThatThrownBy(() -> tokens(folder.resolve("nowhere"), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("periodical.tokens-file")
                .hasMessageContaining("nowhere");
    }
}
