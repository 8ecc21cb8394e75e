package dev.periodical.kubernetes.images;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A base image made of this machine's JDK, without a registry: a Java runtime, what it links to, and {@code /bin/sh}, which
 * PostgreSQL's own programs call.
 */
final class JavaBase {

    private static final String HOME = "/opt/java";
    private static final FilePermissions READABLE = FilePermissions.fromOctalString("644");
    private static final FilePermissions RUNNABLE = FilePermissions.fromOctalString("755");
    private static final FilePermissions OPEN = FilePermissions.fromOctalString("777");
    private static final Instant ALWAYS = Instant.ofEpochSecond(1);

    private final Path jdk;
    private final Path work;

    /**
     * @param jdk what the runtime is made of
     * @param work an empty folder, the caller's to remove
     */
    JavaBase(Path jdk, Path work) {
        this.jdk = jdk;
        this.work = work;
    }

    /** Writes it as a tar that {@code build --base tar:FILE} reads. */
    JibContainer write(Path file) throws Exception {
        var runtime = JavaRuntime.make(jdk, work.resolve("java"));
        return Jib.fromScratch()
                .setPlatforms(Set.of(new Platform(Platforms.architecture(), "linux")))
                .setEnvironment(Map.of("PATH", HOME + "/bin:/usr/bin:/bin", "JAVA_HOME", HOME, "LANG", "C.UTF-8"))
                .setCreationTime(Instant.EPOCH)
                .setFileEntriesLayers(List.of(system(runtime), java(runtime)))
                .containerize(Containerizer.to(TarImage.at(file).named("periodical/java"))
                        .setOfflineMode(true)
                        .setBaseImageLayersCache(work.resolve("base"))
                        .setApplicationLayersCache(work.resolve("application")));
    }

    private FileEntriesLayer system(JavaRuntime runtime) throws IOException {
        var shell = Path.of("/bin/sh").toRealPath();
        var programs = new ArrayList<>(runtime.files());
        programs.removeIf(file -> !Files.isExecutable(file) && !file.toString().endsWith(".so"));
        programs.add(shell);
        var layer = FileEntriesLayer.builder().setName("system");
        for (var library : NativeLibraries.of(programs, work)) {
            layer.addEntry(library.toRealPath(), AbsoluteUnixPath.get(library.toString()), RUNNABLE, ALWAYS);
        }
        layer.addEntry(shell, AbsoluteUnixPath.get("/bin/sh"), RUNNABLE, ALWAYS);
        var names = Files.writeString(work.resolve("nsswitch.conf"), "hosts: files dns\n");
        layer.addEntry(names, AbsoluteUnixPath.get("/etc/nsswitch.conf"), READABLE, ALWAYS);
        var temporary = Files.createDirectory(work.resolve("tmp"));
        return layer.addEntry(temporary, AbsoluteUnixPath.get("/tmp"), OPEN, ALWAYS)
                .build();
    }

    private FileEntriesLayer java(JavaRuntime runtime) throws IOException {
        var layer = FileEntriesLayer.builder().setName("java");
        for (var file : runtime.files()) {
            var target = AbsoluteUnixPath.get(HOME)
                    .resolve(runtime.folder().relativize(file).toString());
            layer.addEntry(file.toRealPath(), target, Files.isExecutable(file) ? RUNNABLE : READABLE, ALWAYS);
        }
        return layer.build();
    }
}
