package dev.periodical.kubernetes.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class NativeLibrariesTest {

    @Test
    void readsWhatLddFound() {
        var said = List.of(
                "/opt/java/bin/java:",
                "\tlinux-vdso.so.1 (0x00007ffc3)",
                "\tlibz.so.1 => /lib/x86_64-linux-gnu/libz.so.1 (0x00007f10)",
                "\tlibjli.so => not found",
                "\t/lib64/ld-linux-x86-64.so.2 (0x00007f20)",
                "\tnot a dynamic executable");
        assertThat(NativeLibraries.parse(said))
                .containsExactly(Path.of("/lib/x86_64-linux-gnu/libz.so.1"), Path.of("/lib64/ld-linux-x86-64.so.2"));
    }
}
