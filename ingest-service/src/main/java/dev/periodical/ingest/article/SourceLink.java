package dev.periodical.ingest.article;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * The address where an article first appeared: the first of the keys {@code source}, {@code source_url},
 * {@code source_link}, {@code original}, {@code original_url}, {@code original_link}, {@code canonical} and
 * {@code canonical_url} that holds an absolute {@code http} or {@code https} URL of more than a host.
 *
 * <p>Not {@code link}: in Hexo's link posts it leads to what the post is about, and two posts may be about one page. Not
 * {@code url} or {@code permalink}: there blogs say where they put their own copy.
 */
final class SourceLink {

    private static final List<String> KEYS = List.of(
            "source",
            "source_url",
            "source_link",
            "original",
            "original_url",
            "original_link",
            "canonical",
            "canonical_url");

    private SourceLink() {}

    /** The link as written, null where the head names none. */
    static String in(Map<String, Object> values) {
        for (String key : KEYS) {
            if (values.get(key) instanceof String text && absolute(text)) {
                return text.strip();
            }
        }
        return null;
    }

    private static boolean absolute(String text) {
        URI uri = Addresses.web(text.strip());
        return uri != null && (uri.getRawPath().length() > 1 || uri.getRawQuery() != null);
    }
}
