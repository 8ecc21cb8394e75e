package dev.periodical.media.unwrap;

import java.util.Optional;
import java.util.Set;

/**
 * Anybody's proxy that takes a URL as its path: {@code host/https://…}, perhaps after a telling word or after size options
 * ({@code 100x200,r90}), or as its whole query: {@code host/?https://…}.
 */
record PrefixProxy(String name) implements Family {

    private static final Set<String> WORDS = Set.of("proxy", "fetch", "raw", "cors", "image", "img", "unsafe");

    @Override
    public Optional<String> target(Link link) {
        if (link.query() != null && link.pathAfter(0).isEmpty()) {
            return Embedded.absolute(link.query());
        }
        var whole = link.pathAfter(0);
        var rest = link.pathAfter(1);
        if (Tail.begins(whole)) {
            return Embedded.absolute(link.withQuery(Tail.mended(whole)));
        }
        return Tail.begins(rest) && isPrefix(whole.substring(0, whole.indexOf('/')))
                ? Embedded.absolute(link.withQuery(Tail.mended(rest)))
                : Optional.empty();
    }

    private static boolean isPrefix(String segment) {
        return WORDS.contains(segment) || isOptions(segment);
    }

    /** Sizes and flags, as willnorris/imageproxy writes them. */
    private static boolean isOptions(String segment) {
        return segment.chars().anyMatch(c -> c >= '0' && c <= '9')
                && segment.chars()
                        .allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || ",.-_x%".indexOf(c) >= 0));
    }
}
