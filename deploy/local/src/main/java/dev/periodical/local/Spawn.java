package dev.periodical.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts a Java program that outlives this one: no terminal, no input, its words in a log of its own. The log of its
 * predecessor is kept as {@code .log.1}.
 */
final class Spawn {

    private static final List<Path> SETSID = List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

    private Spawn() {}

    /**
     * Starts the program and notes its pid.
     *
     * @param resident whom it becomes
     * @param log where its output goes
     * @param directory where it runs
     * @param flags for the JVM
     * @param program what follows the flags, from {@code -jar} on
     * @param environment added to ours, over it
     */
    static ProcessHandle java(
            Resident resident,
            Path log,
            Path directory,
            List<String> flags,
            List<String> program,
            Map<String, String> environment)
            throws IOException {
        List<String> command = new ArrayList<>(ofItsOwn());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(resident.mark());
        command.addAll(flags);
        command.addAll(program);
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(new File(isWindows() ? "NUL" : "/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        ProcessHandle process = builder.start().toHandle();
        resident.remember(process);
        return process;
    }

    /** A session of its own, so that neither Ctrl-C nor the terminal's end reaches it; both words keep the pid. */
    private static List<String> ofItsOwn() {
        return SETSID.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .map(setsid -> List.of(setsid.toString()))
                .orElse(isWindows() ? List.of() : List.of("nohup"));
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }
}
