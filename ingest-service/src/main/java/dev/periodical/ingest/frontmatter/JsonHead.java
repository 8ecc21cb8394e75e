package dev.periodical.ingest.frontmatter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON between {@code ;;;} fences: the members of an object without its braces (RFC 8259). A number stays its text. */
final class JsonHead {

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonParser tokens;
    private final Budget budget = new Budget();
    private final List<Notice> duplicates = new ArrayList<>();

    private JsonHead(JsonParser tokens) {
        this.tokens = tokens;
    }

    /** What was read; notices whose lines count from 1 within the head. */
    record Value(Map<String, Object> values, List<Notice> notices) {}

    static Value read(String members) throws Fault {
        try (JsonParser tokens = JSON.createParser("{" + members + "\n}")) {
            JsonHead head = new JsonHead(tokens);
            tokens.nextToken();
            Map<String, Object> values = head.object(0);
            if (tokens.nextToken() != null) {
                throw head.fault("text after the last member", false);
            }
            return new Value(values, head.duplicates);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
            String reason = e.getOriginalMessage().lines().findFirst().orElse("no JSON");
            throw new Fault("no JSON members: " + reason, Math.max(0, at.getLineNr() - 1), column(at), false);
        } catch (IOException e) {
            throw new IllegalStateException("text in memory can't fail to be read", e);
        }
    }

    private Object value(int depth, boolean text) throws IOException, Fault {
        budget.spend(1, line(), column());
        Budget.checkDepth(depth, line(), column());
        return switch (tokens.currentToken()) {
            case START_OBJECT -> object(depth);
            case START_ARRAY -> array(depth, text);
            case VALUE_NULL -> null;
            case VALUE_TRUE, VALUE_FALSE -> text ? tokens.getText() : (Object) tokens.getBooleanValue();
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> DocumentText.storable(tokens.getText());
            default -> throw fault("unexpected " + tokens.currentToken(), false);
        };
    }

    private Map<String, Object> object(int depth) throws IOException, Fault {
        Map<String, Object> entries = new LinkedHashMap<>();
        while (tokens.nextToken() == JsonToken.FIELD_NAME) {
            String key = DocumentText.storable(tokens.currentName());
            if (entries.containsKey(key)) {
                String message = "the key \"" + key + "\" is written twice; the last value was read";
                duplicates.add(new Notice("duplicate-key", message, line() + 1, column() + 1));
            }
            tokens.nextToken();
            entries.put(key, value(depth + 1, depth == 0 && Keys.holdsText(key)));
        }
        return Collections.unmodifiableMap(entries);
    }

    private List<Object> array(int depth, boolean text) throws IOException, Fault {
        List<Object> items = new ArrayList<>();
        while (tokens.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(depth + 1, text));
        }
        return Collections.unmodifiableList(items);
    }

    private Fault fault(String message, boolean limit) {
        return new Fault(message, line(), column(), limit);
    }

    private int line() {
        return Math.max(0, tokens.currentTokenLocation().getLineNr() - 1);
    }

    private int column() {
        return column(tokens.currentTokenLocation());
    }

    /** The brace put before the members is not the author's. */
    private static int column(JsonLocation at) {
        return Math.max(0, at.getColumnNr() - (at.getLineNr() == 1 ? 2 : 1));
    }
}
