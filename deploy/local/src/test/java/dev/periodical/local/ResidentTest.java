package dev.periodical.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResidentTest {

    @TempDir
    Path path;

    @Test
    void pidOfAnotherProgram_isNotOurs() throws Exception {
        Resident resident = new Resident("ingest", RunFolder.at(path));
        resident.remember(ProcessHandle.current());

        assertThat(resident.runs()).isFalse();
        assertThat(resident.stop(Duration.ofSeconds(1))).isFalse();
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void unreadablePidFile_meansNothingRuns() throws Exception {
        Files.writeString(path.resolve("ingest.pid"), "nonsense");

        assertThat(new Resident("ingest", RunFolder.at(path)).runs()).isFalse();
    }

    @Test
    void spawnedProgram_isOursUntilItIsStopped() throws Exception {
        RunFolder folder = RunFolder.at(path);
        Files.createDirectories(path.resolve("log"));
        Resident resident = new Resident("origin", folder);
        // not among the arguments: the JDK shows none of a process where they are longer than a page of memory
        Map<String, String> environment = Map.of("CLASSPATH", System.getProperty("java.class.path"));

        Spawn.java(
                resident,
                folder.log("origin"),
                Path.of("").toAbsolutePath(),
                List.of("-Xmx64m"),
                List.of("dev.periodical.local.Main", "origin"),
                environment);

        assertThat(resident.runs()).isTrue();
        assertThat(new Resident("origin", RunFolder.at(path.resolve("other"))).runs())
                .isFalse();
        assertThat(resident.stop(Duration.ofSeconds(10))).isTrue();
        assertThat(resident.runs()).isFalse();
        assertThat(folder.pidFile("origin")).doesNotExist();
    }
}
