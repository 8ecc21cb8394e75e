package dev.periodical.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;

/**
 * A picture that an article shows.
 *
 * @param ref {@link ImageRef} of {@code url}
 * @param url the URL as written, after entity decoding; the key under which it is kept
 * @param alternatives other addresses of the same picture, best first: lazy attributes, {@code srcset}, an enclosing link
 * @param role what it is to the article
 * @param alt its text alternative, null where there is none
 * @param width the width that the document hints at, in CSS pixels, or null
 * @param height the height that the document hints at, in CSS pixels, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Image(
        String ref, String url, List<String> alternatives, Role role, String alt, Integer width, Integer height) {

    public Image {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(url, "url");
        alternatives = alternatives == null ? List.of() : List.copyOf(alternatives);
        role = role == null ? Role.INLINE : role;
    }

    /** What a picture is to its article; where several hold, the first of this order. */
    public enum Role {
        /** Heads the article: {@code headimg}, {@code cover}. */
        @JsonProperty("cover")
        COVER,
        /** Stands for the article in lists: {@code thumbnail}. */
        @JsonProperty("thumbnail")
        THUMBNAIL,
        /** Stands in the body. */
        @JsonEnumDefaultValue
        @JsonProperty("inline")
        INLINE,
        /** Stands in for a video. */
        @JsonProperty("poster")
        POSTER
    }
}
