package dev.periodical.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @TempDir
    Path folder;

    @Test
    void longLog_showsItsEndAlone() throws Exception {
        Path log = folder.resolve("x.log");
        Files.writeString(
                log, IntStream.rangeClosed(1, 100).mapToObj(i -> "line " + i).collect(Collectors.joining("\n")));

        assertThat(LogTail.of(log)).contains("line 76", "line 100").doesNotContain("line 75\n");
    }

    @Test
    void noLog_isSaid() {
        assertThat(LogTail.of(folder.resolve("none.log"))).contains("nothing in");
    }
}
