package dev.periodical.ingest.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.periodical.events.DocumentOrigin;
import dev.periodical.events.kafka.EventJson;
import dev.periodical.ingest.article.ArticleForm;
import dev.periodical.ingest.batch.Item;
import dev.periodical.ingest.batch.UnreadableEntry;
import dev.periodical.ingest.problem.IngestProblems;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.Iterator;
import java.util.Set;

/**
 * Reads a batch's items into articles, each under its own name as its identity.
 *
 * @param understanding reads documents and fields
 * @param base the address that relative picture addresses are relative to, or null
 * @param strict whether what could be repaired is refused
 */
record ItemReading(Understanding understanding, String base, boolean strict) {

    private static final Set<String> DOCUMENT = Set.of("name", "document", "base");

    /** An item, read. */
    record Named(String name, Validated read) {}

    /** What an item is called before it is read; null where only its reader can tell. */
    static String name(Item item) {
        return item instanceof Item.Document document
                ? document.name()
                : item instanceof Item.TooLarge large
                        ? large.name()
                        : item instanceof Item.Unusable unusable ? unusable.name() : null;
    }

    /** Fails with the problem that the line is to carry. */
    Named read(Item item) throws UnreadableEntry {
        if (item instanceof Item.Document document && document.origin() != null) {
            DocumentOrigin origin = document.origin();
            Hints hints = new Hints(blankless(origin.key()), origin.name(), base, strict);
            return new Named(document.name(), understanding.read(document.bytes(), origin.kind(), hints));
        }
        if (item instanceof Item.Document document) {
            Hints hints = new Hints(document.name(), document.name(), base, strict);
            boolean html = document.name().matches("(?is).*\\.html?");
            MediaType type = html ? MediaType.TEXT_HTML_TYPE : MediaType.TEXT_PLAIN_TYPE;
            return new Named(document.name(), understanding.read(document.bytes(), type, hints));
        }
        if (item instanceof Item.Line line) {
            return line(line.json());
        }
        if (item instanceof Item.Entry entry) {
            ArticleForm form = entry.entry().article();
            return new Named(form.key(), understanding.read(form));
        }
        throw IngestProblems.unreadable(
                item instanceof Item.Unusable unusable ? unusable.reason() : "it can't be read",
                null,
                null,
                null,
                null);
    }

    private static String blankless(String key) {
        return key == null || key.isBlank() ? null : key;
    }

    private Named line(byte[] json) {
        JsonNode node = node(json);
        if (node.has("document")) {
            return document(node);
        }
        Validated read = understanding.read(json, MediaType.APPLICATION_JSON_TYPE, new Hints(null, null, base, strict));
        return new Named(read.article().key(), read);
    }

    private static JsonNode node(byte[] json) {
        try {
            JsonNode node = EventJson.MAPPER.readTree(json);
            if (!node.isObject()) {
                throw IngestProblems.unreadable("the line is no JSON object", 1, 1, null, null);
            }
            return node;
        } catch (JsonProcessingException e) {
            Integer column = e.getLocation() == null ? null : e.getLocation().getColumnNr();
            throw IngestProblems.unreadable(e.getOriginalMessage(), column == null ? null : 1, column, null, null);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can't fail to be read", e);
        }
    }

    private Named document(JsonNode node) {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!DOCUMENT.contains(name)
                    || !node.get(name).isTextual() && !node.get(name).isNull()) {
                throw IngestProblems.unreadable(
                        "a line with a document has name, document and base, all text; not " + name, 1, 1, null, null);
            }
        }
        String name =
                node.path("name").isTextual() && !node.get("name").asText().isBlank()
                        ? node.get("name").asText()
                        : null;
        String own = node.path("base").isTextual() ? node.get("base").asText() : base;
        return new Named(name, understanding.read(node.get("document").asText(), new Hints(name, name, own, strict)));
    }
}
