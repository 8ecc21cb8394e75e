package dev.periodical.ingest.submission;

import dev.periodical.http.Problems;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The {@code Idempotency-Key} header (draft-ietf-httpapi-idempotency-key-header) without any state: it names an article that has
 * neither key nor source link, so a retry under the same key is the same article, corrected or not. Any other article is
 * itself again when it is posted again, which makes a retry as harmless. Each client has its own keys: two that hit on the same one
 * do not overwrite each other's articles.
 */
final class IdempotencyKey {

    private static final int LONGEST = 255;

    private IdempotencyKey() {}

    /**
     * The key as an article's key, apart from those of {@code PUT}; null where there is none.
     *
     * @param client the name under which the token is configured
     */
    static String of(String header, String client) {
        if (header == null) {
            return null;
        }
        String text = header.strip();
        String key = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
        if (key.isBlank() || key.length() > LONGEST || key.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw Problems.badParameter("Idempotency-Key", "1 to " + LONGEST + " printable ASCII characters");
        }
        return "idempotency-key:" + URLEncoder.encode(client, StandardCharsets.UTF_8) + ":" + key;
    }
}
