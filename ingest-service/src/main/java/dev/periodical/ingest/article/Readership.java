package dev.periodical.ingest.article;

import dev.periodical.events.Visibility;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Who may read an article: nobody without a token where its head says {@code published: false}, {@code draft},
 * {@code hidden}, {@code hide}, {@code private}, {@code encrypt} or the like, or sets a {@code password} under any of the names that themes
 * have for it. Where an author wrote {@code no} or {@code off} for false, put it in quotes, or began a key with a capital, it
 * counts all the same: in doubt an article is not public.
 */
final class Readership {

    private static final Set<String> SECRET = Set.of("password", "passwd", "passphrase", "passcode", "pwd");
    private static final Set<String> NO = Set.of("false", "no", "off", "n", "0");

    private Readership() {}

    static Visibility of(Map<String, Object> values) {
        return values.entrySet().stream().anyMatch(entry -> restricts(entry.getKey(), entry.getValue()))
                ? Visibility.RESTRICTED
                : Visibility.PUBLIC;
    }

    private static boolean restricts(String key, Object value) {
        String name = key.strip().toLowerCase(Locale.ROOT).replaceAll("[_\\-\\s]", "");
        if (SECRET.stream().anyMatch(name::endsWith)) {
            // 0 and no are passwords, too
            return value != null && !value.toString().isBlank();
        }
        return switch (name) {
            case "published", "publish", "visible", "public" -> value != null && !holds(value);
            case "draft", "hidden", "hide", "private", "protected", "secret", "encrypt", "encrypted" -> holds(value);
            default -> false;
        };
    }

    private static boolean holds(Object value) {
        return value != null
                && !value.toString().isBlank()
                && !NO.contains(value.toString().strip().toLowerCase(Locale.ROOT));
    }
}
