package dev.periodical.kubernetes.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassListTest {

    private static final String BOOT = "[loader data: 0x7 of 'bootstrap']";
    private static final String RUNNER =
            "[loader data: 0x8 for instance a 'io/quarkus/bootstrap/runner/RunnerClassLoader'{0x9}]";

    private final List<String> log = new ArrayList<>();

    @Test
    void namesLibrariesClassesWithTheirJarsAndParents() {
        loaded("java.lang.Object", "jrt:/java.base", "0x1", "", BOOT);
        loaded("b.Call", "file:/app/lib/main/b.jar", "0x2", " super: 0x1", RUNNER);
        loaded("a.Dial", "file:/app/lib/main/a.jar", "0x3", " super: 0x1 interfaces: 0x2", RUNNER);
        assertThat(ClassList.of(log))
                .containsExactly(
                        "java/lang/Object id: 1",
                        "b/Call id: 2 super: 1 source: /app/lib/main/b.jar",
                        "a/Dial id: 3 super: 1 interfaces: 2 source: /app/lib/main/a.jar");
    }

    @Test
    void leavesOutWhatACodeChangeMayChange() {
        loaded("java.lang.Object", "shared objects file", "0x1", "", BOOT);
        loaded("dev.periodical.Ours", "file:/app/app/ours.jar", "0x2", " super: 0x1", RUNNER);
        loaded("c.Contract", "file:/app/lib/main/dev.periodical.contract.jar", "0x3", " super: 0x1", RUNNER);
        loaded("a.Heir", "file:/app/lib/main/a.jar", "0x4", " super: 0x2", RUNNER);
        loaded("a.Dial$$Lambda$3/0x00007f", "a.Dial", "0x5", " super: 0x1", RUNNER);
        assertThat(ClassList.of(log)).containsExactly("java/lang/Object id: 1");
    }

    private void loaded(String name, String source, String address, String parents, String loader) {
        log.add("[0.1s][info ][class,load] " + name + " source: " + source);
        log.add("[0.1s][debug][class,load]  klass: " + address + parents + " loader: " + loader + " bytes: 9");
    }
}
