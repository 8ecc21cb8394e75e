package dev.periodical.content.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.periodical.content.article.Secrets;
import dev.periodical.events.FrontMatter;
import dev.periodical.events.FrontMatter.Format;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A document's head with its fences and the line end behind them; nothing where it has none. */
final class Head {

    private static final int SHORTEST = 3;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Head() {}

    /**
     * The head as it was written. What came as fields is written anew.
     *
     * @param whole whether the caller may have secrets back; else a head that has some is written anew without them
     */
    static String original(FrontMatter head, boolean whole) {
        Map<String, Object> shown = whole ? head.values() : Secrets.without(head.values());
        return head.format() == Format.NONE || !shown.equals(head.values())
                ? ofValues(shown)
                : fenced(head.format(), head.raw());
    }

    /**
     * A head that Hexo reads: the one written where Hexo reads it and it keeps no secrets, else the same values written anew.
     *
     * @param address the address that shall stand in place of a picture's
     */
    static String local(FrontMatter head, UnaryOperator<String> address, Iterable<String> pictures) {
        Map<String, Object> shown = Secrets.without(head.values());
        if (head.format() != Format.NONE && shown.equals(head.values())) {
            String raw = head.raw();
            for (String picture : pictures) {
                raw = replaced(raw, picture, address.apply(picture));
            }
            if (read(head.format(), raw)) {
                return fenced(head.format(), raw);
            }
        }
        Map<String, Object> values = new LinkedHashMap<>();
        shown.forEach((key, value) -> values.put(key, moved(value, address)));
        return ofValues(values);
    }

    private static String ofValues(Map<String, Object> values) {
        return values.isEmpty() ? "" : fenced(Format.YAML, YamlText.of(values));
    }

    /** A fence ends a head wherever a line begins with it, so it is longer than any such line's. */
    private static String fenced(Format format, String head) {
        String mark = format == Format.JSON ? ";" : "-";
        String fence = mark.repeat(SHORTEST);
        while (head.contains("\n" + fence)) {
            fence += mark;
        }
        return fence + "\n" + head + "\n" + fence + "\n";
    }

    /** Only where the address stands by itself: it may be the beginning of another one. */
    private static String replaced(String text, String address, String other) {
        StringBuilder replaced = new StringBuilder(text.length());
        int from = 0;
        for (int at = text.indexOf(address); at >= 0; at = text.indexOf(address, from)) {
            int end = at + address.length();
            boolean whole = (end == text.length() || " \t\n\"',]})".indexOf(text.charAt(end)) >= 0)
                    && (at == 0 || " \t\n\"',[{(".indexOf(text.charAt(at - 1)) >= 0);
            replaced.append(text, from, at).append(whole ? other : address);
            from = end;
        }
        return replaced.append(text, from, text.length()).toString();
    }

    private static Object moved(Object value, UnaryOperator<String> address) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> moved = new LinkedHashMap<>();
            map.forEach((key, each) -> moved.put(key.toString(), moved(each, address)));
            return moved;
        }
        if (value instanceof Collection<?> items) {
            List<Object> moved = new ArrayList<>();
            items.forEach(each -> moved.add(moved(each, address)));
            return moved;
        }
        return value instanceof String text ? address.apply(text) : value;
    }

    private static boolean read(Format format, String head) {
        try {
            Object read = format == Format.JSON
                    ? JSON.readTree("{" + head + "\n}").isObject()
                    : new Load(LoadSettings.builder().build()).loadFromString(head) instanceof Map<?, ?>;
            return !Boolean.FALSE.equals(read);
        } catch (JsonProcessingException | YamlEngineException | ClassCastException unreadable) {
            return false;
        }
    }
}
