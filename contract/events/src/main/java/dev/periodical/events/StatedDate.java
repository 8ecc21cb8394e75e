package dev.periodical.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * A date as the document states it, and what it is taken to mean.
 *
 * @param raw the text as written
 * @param instant the moment it means, null where it means none ({@code Invalid Date})
 * @param confidence how much of the moment the text itself says
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatedDate(String raw, Instant instant, Confidence confidence) {

    /** How much of the moment the text itself says. */
    public enum Confidence {
        /** Date, time and zone. */
        @JsonProperty("stated-zone")
        STATED_ZONE,
        /** Date and time; the zone is the configured default. */
        @JsonProperty("assumed-zone")
        ASSUMED_ZONE,
        /** A day alone: its midnight in the default zone. */
        @JsonProperty("date-only")
        DATE_ONLY,
        /** Taken from the document's file name. */
        @JsonProperty("from-name")
        FROM_NAME,
        /** No date can be read from the text. */
        @JsonEnumDefaultValue
        @JsonProperty("none")
        NONE
    }
}
