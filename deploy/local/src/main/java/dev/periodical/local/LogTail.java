package dev.periodical.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a log, for people who want to know why. */
final class LogTail {

    private static final int LINES = 25;

    private LogTail() {}

    /** The last 25 lines, indented; a remark when there is no log. */
    static String of(Path log) {
        List<String> lines = lines(log);
        if (lines.isEmpty()) {
            return "  (nothing in " + log + ")";
        }
        return "  " + log + ":\n  | "
                + String.join("\n  | ", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }

    /** All complete lines so far; none when there is no log. */
    static List<String> lines(Path log) {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }
}
