package dev.periodical.ingest.batch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.periodical.ingest.article.ArticleForm;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The items of a JSON Feed (version 1 or 1.1), one in memory at a time, however long the feed. */
final class JsonFeedItems implements Items {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonParser parser;
    private final BatchRules rules;
    private String feedAuthor;
    private boolean within;

    JsonFeedItems(InputStream body, BatchRules rules) throws IOException {
        this.rules = rules;
        this.parser = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(rules.maxBytes())
                        .maxNestingDepth(100)
                        .build())
                .build()
                .createParser(body);
        parser.nextToken();
    }

    @Override
    public Item next() throws IOException {
        try {
            if (!within && !enter()) {
                return null;
            }
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                return item();
            }
            if (parser.currentToken() == JsonToken.END_ARRAY) {
                within = false;
                return next();
            }
            throw new BrokenContainer("its items are no objects");
        } catch (JsonProcessingException e) {
            throw new BrokenContainer("its JSON is cut off or damaged: " + e.getOriginalMessage(), e);
        }
    }

    /** Goes on to the items; what stands before them is the feed's head, of which the author counts. */
    private boolean enter() throws IOException {
        JsonToken token = parser.nextToken();
        while (token == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            token = parser.nextToken();
            if (name.equals("items") && token == JsonToken.START_ARRAY) {
                within = true;
                return true;
            }
            if (name.equals("author") || name.equals("authors")) {
                TokenBuffer head = new TokenBuffer(parser);
                if (copied(head)) {
                    feedAuthor = author(JSON.readTree(head.asParser()));
                }
            } else {
                parser.skipChildren();
            }
            token = parser.nextToken();
        }
        if (token == null) {
            throw new BrokenContainer("its JSON is cut off");
        }
        return false;
    }

    private Item item() throws IOException {
        long from = parser.currentLocation().getByteOffset();
        TokenBuffer tokens = new TokenBuffer(parser);
        if (!copied(tokens)) {
            return new Item.TooLarge(null);
        }
        JsonNode node = JSON.readTree(tokens.asParser());
        String author = feedAuthor;
        return new Item.Entry(() -> form(node, author), parser.currentLocation().getByteOffset() - from);
    }

    /** Copies a value, or reads past it where it is larger than an item may be. */
    private boolean copied(TokenBuffer into) throws IOException {
        long from = parser.currentLocation().getByteOffset();
        int depth = 0;
        boolean fits = true;
        while (true) {
            if (fits) {
                into.copyCurrentEvent(parser);
                fits = parser.currentLocation().getByteOffset() - from <= rules.maxBytes();
            }
            JsonToken token = parser.currentToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (depth == 0) {
                return fits;
            }
            if (parser.nextToken() == null) {
                throw new BrokenContainer("its JSON is cut off");
            }
        }
    }

    private static ArticleForm form(JsonNode item, String feedAuthor) throws UnreadableEntry {
        String link = text(item, "url") == null ? text(item, "external_url") : text(item, "url");
        String id = text(item, "id");
        String html = text(item, "content_html");
        String plain = text(item, "content_text");
        if (html == null && plain == null && text(item, "title") == null) {
            throw new UnreadableEntry("it has neither title nor content");
        }
        String author = author(item.has("authors") ? item.get("authors") : item.path("author"));
        return new ArticleForm(
                id == null ? link : id,
                link,
                text(item, "title"),
                author == null ? feedAuthor : author,
                text(item, "date_published"),
                null,
                tags(item),
                html == null ? paragraph(plain) : html,
                null,
                further(item));
    }

    private static String paragraph(String plain) {
        return plain == null ? "" : "<p>" + plain.replace("&", "&amp;").replace("<", "&lt;") + "</p>";
    }

    private static List<String> tags(JsonNode item) {
        List<String> tags = new ArrayList<>();
        item.path("tags").forEach(tag -> tags.add(tag.asText()));
        return tags.isEmpty() ? null : tags;
    }

    private static Map<String, Object> further(JsonNode item) {
        Map<String, Object> further = new LinkedHashMap<>();
        put(further, "updated", text(item, "date_modified"));
        put(further, "cover", text(item, "banner_image"));
        put(further, "thumbnail", text(item, "image"));
        return further;
    }

    private static void put(Map<String, Object> further, String key, String value) {
        if (value != null) {
            further.put(key, value);
        }
    }

    private static String author(JsonNode named) {
        List<String> names = new ArrayList<>();
        Iterable<JsonNode> all = named.isArray() ? named : List.of(named);
        all.forEach(one -> {
            if (text(one, "name") != null) {
                names.add(text(one, "name"));
            }
        });
        return names.isEmpty() ? null : String.join(", ", names);
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank()
                ? value.asText().strip()
                : null;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
