package dev.periodical.kubernetes.manifests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The samples that a scrape of the services gives, and those that a query asks for. */
final class Metrics {

    private static final Pattern METER =
            Pattern.compile("(?i)\\b(counter|gauge|timer|summary)(?:\\.builder)?\\(\\s*\"(periodical\\.[a-z.]+)\"");
    private static final Pattern NOT_A_NAME = Pattern.compile(
            "\"[^\"]*\"|\\{[^}]*}|\\[[^\\]]*]|\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    private static final Pattern NAME =
            Pattern.compile("(?<![a-zA-Z0-9_:])[a-zA-Z_:][a-zA-Z0-9_:]*(?!\\s*\\(|[a-zA-Z0-9_:])");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "by", "without", "offset", "bool", "on");
    private static final Pattern DURATION = Pattern.compile("\\b[0-9]+(ms|[smhdwy])\\b");

    private Metrics() {}

    /** What the code registers, by the names that Prometheus sees. */
    static Set<String> ours() {
        return Code.SERVICES.stream()
                .flatMap(code -> code.javaWithContract().stream())
                .flatMap(source -> METER.matcher(source).results())
                .flatMap(meter ->
                        samples(meter.group(1).toLowerCase(), meter.group(2).replace('.', '_')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> samples(String kind, String name) {
        return switch (kind) {
            case "counter" -> Stream.of(name + "_total");
            case "timer" -> Stream.of(name + "_seconds_count", name + "_seconds_sum", name + "_seconds_max");
            case "summary" -> Stream.of(name + "_count", name + "_sum", name + "_max");
            default -> Stream.of(name);
        };
    }

    /** What Quarkus and Prometheus itself add; the file says whence. */
    static Set<String> frameworks() {
        try (var stream = Metrics.class.getResourceAsStream("framework-metrics.txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> named(String query) {
        String bare =
                DURATION.matcher(NOT_A_NAME.matcher(query).replaceAll(" ")).replaceAll(" ");
        return NAME.matcher(bare)
                .results()
                .map(found -> found.group())
                .filter(name -> !WORDS.contains(name))
                .distinct()
                .toList();
    }
}
