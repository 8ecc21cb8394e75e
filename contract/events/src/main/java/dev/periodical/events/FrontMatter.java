package dev.periodical.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The head of a document.
 *
 * @param format how it was written
 * @param raw the text between the fences, as submitted; empty where there was none
 * @param values every key with its value, in the document's order, unknown keys too: text, number as text, boolean, null,
 *     list or map
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FrontMatter(Format format, String raw, Map<String, Object> values) {

    /** No front matter at all. */
    public static final FrontMatter NONE = new FrontMatter(Format.NONE, "", Map.of());

    public FrontMatter {
        format = format == null ? Format.NONE : format;
        raw = raw == null ? "" : raw;
        values = values == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** How front matter is written. */
    public enum Format {
        /** YAML between {@code ---}. */
        @JsonProperty("yaml")
        YAML,
        /** JSON between {@code ;;;}. */
        @JsonProperty("json")
        JSON,
        /** None: the document is all body, or the article came as JSON. */
        @JsonEnumDefaultValue
        @JsonProperty("none")
        NONE
    }
}
