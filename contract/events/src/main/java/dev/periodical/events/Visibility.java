package dev.periodical.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Who may read an article. */
public enum Visibility {
    @JsonProperty("public")
    PUBLIC,
    /** Marked {@code published: false}, {@code draft}, {@code hidden} or {@code password}: read with a token only. */
    @JsonEnumDefaultValue
    @JsonProperty("restricted")
    RESTRICTED
}
