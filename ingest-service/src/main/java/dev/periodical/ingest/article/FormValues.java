package dev.periodical.ingest.article;

import dev.periodical.ingest.frontmatter.DocumentText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An article's fields as the front-matter values that a Hexo document of the same article would have. */
final class FormValues {

    private static final int DEEPEST = 50;

    private FormValues() {}

    static Map<String, Object> of(ArticleForm form) {
        Map<String, Object> values = new LinkedHashMap<>();
        put(values, "title", form.title());
        put(values, "author", form.author());
        put(values, "date", form.published());
        put(values, "categories", form.categories());
        put(values, "tags", form.tags());
        put(values, "source", form.source());
        if (form.frontMatter() != null) {
            form.frontMatter().forEach((key, value) -> values.putIfAbsent(DocumentText.storable(key), plain(value, 0)));
        }
        return Collections.unmodifiableMap(values);
    }

    private static void put(Map<String, Object> values, String key, Object value) {
        if (value != null) {
            values.put(key, plain(value, 0));
        }
    }

    /** Text, boolean, null, list or map; a number is its text. */
    private static Object plain(Object value, int depth) {
        if (depth < DEEPEST && value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((key, each) -> plain.put(DocumentText.storable(String.valueOf(key)), plain(each, depth + 1)));
            return Collections.unmodifiableMap(plain);
        }
        if (depth < DEEPEST && value instanceof Collection<?> items) {
            List<Object> plain = new ArrayList<>();
            items.forEach(each -> plain.add(plain(each, depth + 1)));
            return Collections.unmodifiableList(plain);
        }
        return value == null || value instanceof Boolean ? value : DocumentText.storable(value.toString());
    }
}
