package dev.periodical.kubernetes.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Java runtime made of a JDK by jlink: every module a service or its libraries may meet, the compilers and the desktop's
 * windows left out, {@code jcmd} kept for people who are paged.
 *
 * @param folder where it lies
 */
record JavaRuntime(Path folder) {

    private static final Set<String> TOOLS = Set.of(
            "jdk.charsets",
            "jdk.crypto.ec",
            "jdk.httpserver",
            "jdk.jcmd",
            "jdk.jfr",
            "jdk.localedata",
            "jdk.management",
            "jdk.management.agent",
            "jdk.management.jfr",
            "jdk.naming.dns",
            "jdk.net",
            "jdk.nio.mapmode",
            "jdk.security.auth",
            "jdk.security.jgss",
            "jdk.unsupported",
            "jdk.xml.dom",
            "jdk.zipfs");
    private static final Set<String> WINDOWS = Set.of("libawt_xawt.so", "libjsound.so", "libsplashscreen.so");

    /**
     * Makes one in a folder that is not there yet.
     *
     * @throws IllegalArgumentException when the JDK has no jlink
     */
    static JavaRuntime make(Path jdk, Path folder) throws IOException {
        var jlink = jdk.resolve("bin/jlink");
        if (!Files.isExecutable(jlink)) {
            throw new IllegalArgumentException(jdk + " has no jlink: --jdk must name a JDK 17 or newer");
        }
        Program.run(
                List.of(
                        jlink.toString(),
                        "--add-modules",
                        modules(jdk),
                        "--no-header-files",
                        "--no-man-pages",
                        "--output",
                        folder.toString()),
                Map.of());
        var runtime = new JavaRuntime(folder);
        runtime.trust(jdk.resolve("lib/security/cacerts"));
        runtime.archiveClasses();
        return runtime;
    }

    /** Its files; the windows' libraries, which would need a desktop's, are left out. */
    List<Path> files() throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile)
                    .filter(file -> !WINDOWS.contains(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    private static String modules(Path jdk) throws IOException {
        return Program.run(List.of(jdk.resolve("bin/java").toString(), "--list-modules"), Map.of()).stream()
                .map(line -> line.replaceFirst("@.*", ""))
                .filter(module -> TOOLS.contains(module)
                        || module.startsWith("java.")
                                && !module.equals("java.se")
                                && !module.equals("java.smartcardio"))
                .sorted()
                .collect(Collectors.joining(","));
    }

    /** The certificate authorities of the JDK at hand, which its distribution keeps current, not those it was built with. */
    private void trust(Path authorities) throws IOException {
        if (Files.isRegularFile(authorities)) {
            var own = folder.resolve("lib/security/cacerts");
            Files.deleteIfExists(own);
            Files.copy(authorities.toRealPath(), own);
        }
    }

    private void archiveClasses() throws IOException {
        var program = new ArrayList<String>();
        program.add(folder.resolve("bin/java").toString());
        program.addAll(Steadily.flags());
        program.add("-Xshare:dump");
        Program.run(Steadily.call(program), Map.of());
    }
}
