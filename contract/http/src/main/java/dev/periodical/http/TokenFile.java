package dev.periodical.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * Tokens in a file of their own, {@code NAME.SETTING = VALUE} a line; blank lines and lines that begin with {@code #} say
 * nothing. The settings are those of {@link TokensConfig.Token}. What is wrong is named with its line; a value is never
 * repeated, for it may be a token pasted by mistake.
 */
final class TokenFile {

    private static final int MOST_BYTES = 1 << 20;
    private static final Set<String> SETTINGS = Set.of("sha256", "roles", "requests-per-second", "burst", "max-bytes");

    private final Path path;
    private final Map<String, WrittenToken> tokens = new LinkedHashMap<>();

    private TokenFile(Path path) {
        this.path = path;
    }

    /** The file's bytes as they are now, through whatever links lead to them: a mounted Secret is swapped by one. */
    static byte[] bytes(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(MOST_BYTES + 1);
        }
    }

    /**
     * @param taken names that are configured elsewhere
     * @throws IllegalArgumentException saying which line is wrong, and how
     */
    static Tokens read(Path path, byte[] content, Set<String> taken, TokenLimits common) {
        if (content.length > MOST_BYTES) {
            throw new IllegalArgumentException(path + " is larger than " + MOST_BYTES + " bytes");
        }
        TokenFile file = new TokenFile(path);
        List<String> lines = new String(content, StandardCharsets.UTF_8).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            file.line(i + 1, lines.get(i).strip(), taken);
        }
        file.tokens.forEach((name, token) -> token.complete(file.called(name, "sha256"), file.called(name, "roles")));
        BinaryOperator<String> called = file::called;
        return Tokens.of(file.tokens, common, called);
    }

    private void line(int number, String line, Set<String> taken) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        int equals = line.indexOf('=');
        String key = line.substring(0, Math.max(0, equals)).strip();
        int dot = key.lastIndexOf('.');
        String setting = key.substring(dot + 1);
        if (dot < 1 || !SETTINGS.contains(setting)) {
            throw new IllegalArgumentException(
                    at(number) + "must be NAME.SETTING = VALUE; the settings are sha256, roles, requests-per-second,"
                            + " burst and max-bytes");
        }
        String name = key.substring(0, dot);
        if (taken.contains(name)) {
            throw new IllegalArgumentException(at(number) + name + " is configured already: periodical.tokens." + name);
        }
        WrittenToken token = tokens.computeIfAbsent(name, first -> new WrittenToken(number));
        if (!token.put(setting, number, line.substring(equals + 1).strip())) {
            throw new IllegalArgumentException(
                    at(number) + key + " stands in line " + token.line(setting) + " already");
        }
    }

    private String called(String name, String setting) {
        return at(tokens.get(name).line(setting)) + name + "." + setting;
    }

    private String at(int line) {
        return path + ", line " + line + ": ";
    }
}
