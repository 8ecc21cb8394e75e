package dev.periodical.ingest.article;

import dev.periodical.events.Visibility;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Who may read an article: nobody without a token where its head says {@code published: false}, {@code draft},
 * {@code hidden}, {@code hide} or {@code private}, or sets a {@code password}. Where an author wrote {@code no} or
 * {@code off} for false, put it in quotes, or began a key with a capital, it counts all the same: in doubt an article is not public.
 */
final class Readership {

    private static final Set<String> NO = Set.of("false", "no", "off", "n", "0");

    private Readership() {}

    static Visibility of(Map<String, Object> values) {
        return values.entrySet().stream().anyMatch(entry -> restricts(entry.getKey(), entry.getValue()))
                ? Visibility.RESTRICTED
                : Visibility.PUBLIC;
    }

    private static boolean restricts(String key, Object value) {
        return switch (key.strip().toLowerCase(Locale.ROOT)) {
            case "published" -> value != null && !holds(value);
            case "draft", "hidden", "hide", "private", "encrypt" -> holds(value);
            // 0 and no are passwords, too
            case "password" -> value != null && !value.toString().isBlank();
            default -> false;
        };
    }

    private static boolean holds(Object value) {
        return value != null
                && !value.toString().isBlank()
                && !NO.contains(value.toString().strip().toLowerCase(Locale.ROOT));
    }
}
