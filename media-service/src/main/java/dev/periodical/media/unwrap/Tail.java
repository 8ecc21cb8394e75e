package dev.periodical.media.unwrap;

import java.util.List;
import java.util.Optional;

/** An absolute URL written into a path: {@code /resize/100/https://…}, plainly or percent-encoded. */
final class Tail {

    private static final List<String> BEGINNINGS = List.of("http:/", "https:/", "http%", "https%", "http:%", "https:%");

    private Tail() {}

    /** The path from the first segment that begins like an absolute URL. */
    static Optional<String> in(String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (beginsAt(path, slash + 1)) {
                return Optional.of(mended(path.substring(slash + 1)));
            }
        }
        return Optional.empty();
    }

    /** With both slashes after the scheme: servers and browsers on the way merge two slashes of a path into one. */
    static String mended(String tail) {
        for (var scheme : List.of("http:/", "https:/")) {
            var merged =
                    tail.regionMatches(true, 0, scheme, 0, scheme.length()) && !tail.startsWith("/", scheme.length());
            if (merged) {
                return scheme + tail.substring(scheme.length() - 1);
            }
        }
        return tail;
    }

    /** Whether the text begins like an absolute URL. */
    static boolean begins(String text) {
        return beginsAt(text, 0);
    }

    private static boolean beginsAt(String path, int at) {
        return BEGINNINGS.stream()
                .anyMatch(beginning -> path.regionMatches(true, at, beginning, 0, beginning.length()));
    }
}
