package dev.periodical.kubernetes.images;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs a program of this machine to its end. */
final class Program {

    private Program() {}

    /**
     * Runs it and answers what it said.
     *
     * @throws IOException with its last line when it failed
     */
    static List<String> run(List<String> command, Map<String, String> environment) throws IOException {
        var ended = start(command, environment);
        if (ended.code() != 0) {
            var said = ended.said().stream().filter(line -> !line.isBlank()).toList();
            throw new IOException(Path.of(command.get(0)).getFileName() + " failed: "
                    + (said.isEmpty()
                            ? "exit code " + ended.code()
                            : said.get(said.size() - 1).strip()));
        }
        return ended.said();
    }

    /** Runs it and answers what it said, whether or not it failed. */
    static List<String> ask(List<String> command, Map<String, String> environment) throws IOException {
        return start(command, environment).said();
    }

    private static Ended start(List<String> command, Map<String, String> environment) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        builder.environment().putAll(environment);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        var process = builder.start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Ended(process.waitFor(), said.lines().toList());
        } catch (InterruptedException stop) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stop);
        }
    }

    private record Ended(int code, List<String> said) {}
}
