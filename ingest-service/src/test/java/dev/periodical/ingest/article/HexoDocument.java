package dev.periodical.ingest.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.periodical.events.Article;
import java.util.Map;

/**
 * A Hexo document made from an article's values and body, not from its raw head. Each value is written in JSON, which is YAML
 * too; but for what JSON writes otherwise than YAML reads it.
 */
final class HexoDocument {

    private static final ObjectMapper JSON = new ObjectMapper();

    private HexoDocument() {}

    static String of(Article article) {
        Map<String, Object> values = article.frontMatter().values();
        if (values.isEmpty()) {
            return article.body().raw();
        }
        StringBuilder document = new StringBuilder("---\n");
        values.forEach((key, value) -> {
            // A long key has to be an explicit one (YAML 1.2, 7.4.2).
            document.append("? ").append(json(key)).append("\n: ");
            document.append(json(value)).append('\n');
        });
        return document.append("---\n").append(article.body().raw()).toString();
    }

    private static String json(Object value) {
        try {
            StringBuilder ascii = new StringBuilder();
            JSON.writeValueAsString(value)
                    .chars()
                    .forEach(c -> ascii.append(printable(c) ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
            return ascii.toString();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean printable(int c) {
        return c < 0x7F || c >= 0xA0 && c < 0xFFFE && c != 0xFEFF;
    }
}
