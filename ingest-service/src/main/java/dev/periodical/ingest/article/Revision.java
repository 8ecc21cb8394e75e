package dev.periodical.ingest.article;

import dev.periodical.events.Body;
import dev.periodical.events.Sha256;
import java.util.Collection;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;

/**
 * What an author wrote, as a digest: SHA-256 over the UTF-8 of the compact JSON
 * {@code {"values":{…},"kind":"html|markdown","body":"…"}}.
 *
 * <p>Keys stand in the document's order. Of characters only {@code "}, {@code \} and those below U+0020 are escaped, the
 * latter as {@code \b \t \n \f \r} or {@code \}{@code u} and four digits of lower case.
 */
final class Revision {

    private final StringBuilder json = new StringBuilder();

    private Revision() {}

    static String of(Map<String, Object> values, Body body) {
        Revision revision = new Revision();
        revision.json.append("{\"values\":");
        revision.value(values);
        revision.json.append(",\"kind\":\"").append(body.kind().name().toLowerCase(Locale.ROOT));
        revision.json.append("\",\"body\":");
        revision.text(body.raw());
        return Sha256.hex(revision.json.append('}').toString());
    }

    private void value(Object value) {
        if (value instanceof Map<?, ?> map) {
            json.append('{');
            for (Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator(); entries.hasNext(); ) {
                Map.Entry<?, ?> entry = entries.next();
                text(entry.getKey().toString());
                json.append(':');
                value(entry.getValue());
                json.append(entries.hasNext() ? "," : "");
            }
            json.append('}');
        } else if (value instanceof Collection<?> items) {
            json.append('[');
            for (Iterator<?> each = items.iterator(); each.hasNext(); ) {
                value(each.next());
                json.append(each.hasNext() ? "," : "");
            }
            json.append(']');
        } else if (value == null || value instanceof Boolean) {
            json.append(value);
        } else {
            text(value.toString());
        }
    }

    private void text(String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\b' -> json.append("\\b");
                case '\t' -> json.append("\\t");
                case '\n' -> json.append("\\n");
                case '\f' -> json.append("\\f");
                case '\r' -> json.append("\\r");
                default -> {
                    if (c < 0x20) {
                        json.append(String.format("\\u%04x", (int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }
}
