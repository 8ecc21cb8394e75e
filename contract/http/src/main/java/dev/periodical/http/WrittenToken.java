package dev.periodical.http;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** A token as a file states it, setting by setting, each with its line. A number that is none becomes one that can't be. */
final class WrittenToken implements TokensConfig.Token {

    private record Stated(int line, String value) {}

    private final int firstLine;
    private final Map<String, Stated> settings = new LinkedHashMap<>();

    WrittenToken(int firstLine) {
        this.firstLine = firstLine;
    }

    /** @return false where the setting was stated before */
    boolean put(String setting, int line, String value) {
        return settings.putIfAbsent(setting, new Stated(line, value)) == null;
    }

    /** Where the setting stands, or where the token begins. */
    int line(String setting) {
        Stated stated = settings.get(setting);
        return stated == null ? firstLine : stated.line();
    }

    /** @throws IllegalArgumentException where hash or roles are missing, named as given */
    void complete(String sha256, String roles) {
        if (!settings.containsKey("sha256")) {
            throw new IllegalArgumentException(sha256 + " is missing");
        }
        if (roles().isEmpty()) {
            throw new IllegalArgumentException(roles + " is missing");
        }
    }

    @Override
    public String sha256() {
        return value("sha256").orElse("");
    }

    @Override
    public Set<String> roles() {
        return Arrays.stream(value("roles").orElse("").split(","))
                .map(String::strip)
                .filter(role -> !role.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public OptionalDouble requestsPerSecond() {
        return value("requests-per-second")
                .map(WrittenToken::number)
                .map(OptionalDouble::of)
                .orElseGet(OptionalDouble::empty);
    }

    @Override
    public OptionalInt burst() {
        return value("burst").map(text -> OptionalInt.of((int) number(text))).orElseGet(OptionalInt::empty);
    }

    @Override
    public OptionalLong maxBytes() {
        return value("max-bytes")
                .map(text -> OptionalLong.of((long) number(text)))
                .orElseGet(OptionalLong::empty);
    }

    private Optional<String> value(String setting) {
        return Optional.ofNullable(settings.get(setting)).map(Stated::value);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            return -1;
        }
    }
}
