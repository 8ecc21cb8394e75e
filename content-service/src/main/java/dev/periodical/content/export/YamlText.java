package dev.periodical.content.export;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A head's values as YAML that every reader takes for the same values: a line for each key, in order, text always in quotes,
 * what is nested in flow style.
 */
final class YamlText {

    private YamlText() {}

    static String of(Map<String, Object> values) {
        return values.entrySet().stream()
                .map(entry -> key(entry.getKey()) + ": " + value(entry.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String key(String key) {
        return key.matches("[A-Za-z_][A-Za-z0-9_-]{0,60}") ? key : quoted(key);
    }

    private static String value(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> quoted(entry.getKey().toString()) + ": " + value(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(YamlText::value).collect(Collectors.joining(", ", "[", "]"));
        }
        return value == null || value instanceof Boolean ? String.valueOf(value) : quoted(value.toString());
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                default -> {
                    if (printable(c)) {
                        quoted.append(c);
                    } else {
                        quoted.append(String.format("\\u%04X", (int) c));
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    /** Neither a control nor what some reader takes for a line's end or a mark of byte order. */
    private static boolean printable(char c) {
        return c >= 0x20 && c < 0x7F || c >= 0xA0 && c != 0x2028 && c != 0x2029 && c != 0xFEFF && c < 0xFFFE;
    }
}
