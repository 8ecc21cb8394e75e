package dev.periodical.ingest.frontmatter;

import dev.periodical.events.FrontMatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Hexo means by the keys it knows, read from the values of a head.
 *
 * <p>Aliases are Hexo's own: {@code category} for {@code categories}, {@code tag} for {@code tags}, {@code photo} for
 * {@code photos}; the first that is there counts.
 */
public final class Keys {

    private static final Set<String> TEXT = Set.of(
            "title", "subtitle", "author", "authors", "categories", "category", "tags", "tag", "keywords", "password");

    private Keys() {}

    /** Whether the values of this key are text whatever they look like: a tag {@code true} is a word. */
    static boolean holdsText(String key) {
        return TEXT.contains(key);
    }

    /** The title as written, trimmed: also where YAML takes {@code [Draft]} for a list. Empty where there is none. */
    public static String title(FrontMatter head) {
        Object title = head.values().get("title");
        if (title instanceof Collection || title instanceof Map) {
            return head.raw()
                    .lines()
                    .filter(line -> line.startsWith("title:"))
                    .map(line -> line.substring(6).strip())
                    .filter(line -> line.startsWith("[") && line.endsWith("]") || line.startsWith("{"))
                    .findFirst()
                    .orElse(String.join(", ", texts(title)));
        }
        return title == null ? "" : title.toString().strip();
    }

    /** The text of the first of these keys that holds a text which is not blank, trimmed; null where none does. */
    public static String text(Map<String, Object> values, String... keys) {
        for (String key : keys) {
            if (values.get(key) instanceof String text && !text.isBlank()) {
                return text.strip();
            }
        }
        return null;
    }

    /**
     * Categories as Hexo reads them: a text is one hierarchy of one level, a flat list is one hierarchy, a list that holds
     * lists is one hierarchy for each of its items.
     */
    public static List<List<String>> categories(Map<String, Object> values) {
        Object value = first(values, "categories", "category");
        if (!(value instanceof List<?> list)) {
            List<String> only = texts(value);
            return only.isEmpty() ? List.of() : List.of(only);
        }
        List<List<String>> paths = new ArrayList<>();
        if (list.stream().anyMatch(List.class::isInstance)) {
            list.forEach(item -> paths.add(texts(item)));
        } else {
            paths.add(texts(list));
        }
        paths.removeIf(List::isEmpty);
        return List.copyOf(paths);
    }

    /**
     * Tags: the texts of a list, or one text. Commas do not part a text: Hexo takes {@code a, b} for one tag.
     */
    public static List<String> tags(Map<String, Object> values) {
        return texts(first(values, "tags", "tag"));
    }

    /** Every text within a value, however deep, in order; nulls and blanks are left out. */
    public static List<String> texts(Object value) {
        List<String> texts = new ArrayList<>();
        collect(value, texts);
        return List.copyOf(texts);
    }

    private static void collect(Object value, List<String> texts) {
        if (value instanceof Collection<?> items) {
            items.forEach(item -> collect(item, texts));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> {
                if (each == null) {
                    collect(key, texts);
                }
                collect(each, texts);
            });
        } else if (value != null && !value.toString().isBlank()) {
            texts.add(value.toString().strip());
        }
    }

    private static Object first(Map<String, Object> values, String... keys) {
        for (String key : keys) {
            if (values.get(key) != null && !values.get(key).equals("")) {
                return values.get(key);
            }
        }
        return null;
    }
}
