package dev.periodical.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;

/**
 * A picture's bytes are kept.
 *
 * @param ref the image ref: SHA-256 of {@code url}
 * @param url the URL as the article has it
 * @param origin the URL that answered with these bytes, null where they were handed in
 * @param mediaId SHA-256 of the bytes, in lower-case hex: the picture's address at media-service
 * @param contentType the media type that the bytes themselves show
 * @param size length in bytes
 * @param width in pixels, null where the format does not say (some SVG)
 * @param height in pixels, null where the format does not say
 * @param blurHash a BlurHash placeholder, null where none was made
 * @param suspect why these bytes may not be the article's picture (a hot-link notice, say), null for a sound one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MediaStored(
        String ref,
        String url,
        String origin,
        String mediaId,
        String contentType,
        long size,
        Integer width,
        Integer height,
        String blurHash,
        FailureReason suspect)
        implements Event {

    public MediaStored {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(mediaId, "mediaId");
    }

    public static final String TYPE = "dev.periodical.media.stored.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Topic topic() {
        return Topics.MEDIA;
    }

    @Override
    public String subject() {
        return ref;
    }
}
