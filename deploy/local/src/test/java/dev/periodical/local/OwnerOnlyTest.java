package dev.periodical.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerOnlyTest {

    @TempDir
    Path folder;

    @Test
    void rewrittenFile_isThereAllTheTime() throws Exception {
        Path file = folder.resolve("suite.env");
        OwnerOnly.write(file, "A=1");
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                assertThat(Files.exists(file)).isTrue();
            }
        });

        for (int i = 0; i < 5_000; i++) {
            OwnerOnly.write(file, "A=1");
        }
        over.set(true);

        assertThat(reader).succeedsWithin(Duration.ofSeconds(10));
    }
}
