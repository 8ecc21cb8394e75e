package dev.periodical.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;

/**
 * A picture could not be had, and nobody tries again unless asked to.
 *
 * @param ref the image ref: SHA-256 of {@code url}
 * @param url the URL as the article has it
 * @param origin the last URL that was tried, null where none was allowed
 * @param reason why, from the closed list
 * @param detail the same for a human eye, one line, null where the reason says it all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MediaFailed(String ref, String url, String origin, FailureReason reason, String detail) implements Event {

    public MediaFailed {
        Objects.requireNonNull(ref, "ref");
        reason = reason == null ? FailureReason.OTHER : reason;
    }

    public static final String TYPE = "dev.periodical.media.failed.v1";

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
