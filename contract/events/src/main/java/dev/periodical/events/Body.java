package dev.periodical.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The body of a document, as submitted (line ends as LF, without U+0000).
 *
 * @param kind what it is written in
 * @param raw the text itself
 */
public record Body(Kind kind, String raw) {

    public Body {
        kind = kind == null ? Kind.HTML : kind;
        raw = raw == null ? "" : raw;
    }

    /** What a body is written in. */
    public enum Kind {
        @JsonEnumDefaultValue
        @JsonProperty("html")
        HTML,
        @JsonProperty("markdown")
        MARKDOWN
    }
}
