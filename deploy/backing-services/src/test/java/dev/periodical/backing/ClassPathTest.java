package dev.periodical.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTest {

    @TempDir
    Path tree;

    @Test
    void classesOrJar_haveTheLibFolderBesideThem() throws Exception {
        Path lib = Files.createDirectories(tree.resolve("target/lib"));

        assertThat(ClassPath.find(tree.resolve("target/classes"), tree).lib()).isEqualTo(lib);
        assertThat(ClassPath.find(tree.resolve("target/x.jar"), tree).lib()).isEqualTo(lib);
    }

    @Test
    void jarOfTheLocalRepository_usesTheSourceTreeAroundTheWorkingFolder() throws Exception {
        Path lib = Files.createDirectories(tree.resolve("deploy/backing-services/target/lib"));

        assertThat(ClassPath.find(Path.of("/repository/x.jar"), tree.resolve("content-service")))
                .isEqualTo(new ClassPath(Path.of("/repository/x.jar"), lib));
    }

    @Test
    void notBuilt_saysWhatToBuild() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ClassPath.find(tree.resolve("target/classes"), tree))
                .withMessageContaining("mvn -am");
    }
}
