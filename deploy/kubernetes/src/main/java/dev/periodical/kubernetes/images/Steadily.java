package dev.periodical.kubernetes.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a JVM is started so that it writes the same class-data archive twice: on one processor, at addresses that do not
 * move, interpreting, with the collector that has one thread.
 */
final class Steadily {

    private static final Path STATUS = Path.of("/proc/self/status");

    private Steadily() {}

    /** The flags that its own {@code java} must be given. */
    static List<String> flags() {
        return List.of("-Xint", "-XX:+UseSerialGC", "-XX:-UsePerfData");
    }

    /** The program, called as this machine can. */
    static List<String> call(List<String> program) throws IOException {
        var call = new ArrayList<String>();
        if (Files.exists(STATUS) && onPath("setarch") && onPath("taskset")) {
            call.addAll(List.of("setarch", "-R", "taskset", "-c", processor()));
        }
        call.addAll(program);
        return call;
    }

    static boolean onPath(String program) {
        for (var folder : System.getenv().getOrDefault("PATH", "").split(":")) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    /** The first that this process may use: a container's are not always counted from zero. */
    private static String processor() throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("Cpus_allowed_list:"))
                .map(line -> line.replaceFirst("^\\D+(\\d+).*$", "$1"))
                .findFirst()
                .orElse("0");
    }
}
