package dev.periodical.content.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.periodical.http.PublicAddresses;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A change as it is told: a CloudEvent (1.0) whose data is light, for the whole stands behind its link.
 *
 * @param id the change's number; the same for everybody who is told of it
 * @param subject the article's id or the picture's ref
 */
public record ChangeEvent(
        String specversion, String id, String source, String type, String subject, Instant time, Object data) {

    /** The {@code source} of all of them. */
    public static final String SOURCE = "/periodical/content";

    /** An article that is there. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record KeptArticle(
            String id,
            String revision,
            String title,
            String author,
            List<String> tags,
            String visibility,
            String link) {}

    /** An article that is there no longer. */
    record GoneArticle(String id) {}

    /** What became of a picture. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SettledPicture(
            String ref,
            String state,
            String mediaId,
            String contentType,
            Integer width,
            Integer height,
            String reason,
            String link) {}

    /**
     * @param restricted whether the reader may see restricted articles
     * @return nothing where this reader does not hear of it
     */
    public static Optional<ChangeEvent> of(
            Change change, ChangeFilter filter, boolean restricted, PublicAddresses addresses) {
        Change.Kind kind = change.kind(restricted);
        return kind == null || !filter.wants(change, kind)
                ? Optional.empty()
                : Optional.of(new ChangeEvent(
                        "1.0",
                        Long.toString(change.number()),
                        SOURCE,
                        kind.type(),
                        change.subject(),
                        change.at(),
                        data(change, kind, addresses)));
    }

    private static Object data(Change change, Change.Kind kind, PublicAddresses addresses) {
        return switch (kind) {
            case ARTICLE ->
                new KeptArticle(
                        change.subject(),
                        change.revision(),
                        change.title(),
                        change.author(),
                        change.tags(),
                        change.visibility(),
                        addresses.article(change.subject()));
            case WITHDRAWAL -> new GoneArticle(change.subject());
            case PICTURE ->
                new SettledPicture(
                        change.subject(),
                        change.state(),
                        change.mediaId(),
                        change.contentType(),
                        change.width(),
                        change.height(),
                        change.reason(),
                        change.mediaId() == null ? null : addresses.picture(change.mediaId()));
        };
    }
}
