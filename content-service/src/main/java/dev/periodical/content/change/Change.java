package dev.periodical.content.change;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The latest change of one article or picture; the components are the columns of {@link ChangeFeed}'s statement.
 *
 * @param number its place in the feed
 * @param article whether it is an article's; else a picture's
 * @param subject the article's id or the picture's ref
 * @param time when it happened, in microseconds since 1970
 * @param open whether everybody may see the article as it is now
 * @param wasOpen whether everybody could see it once
 */
public record Change(
        long number,
        boolean article,
        String subject,
        long time,
        boolean withdrawn,
        boolean open,
        boolean wasOpen,
        String revision,
        String visibility,
        String title,
        String author,
        List<String> categoryPaths,
        List<String> tags,
        String state,
        String mediaId,
        String contentType,
        Integer width,
        Integer height,
        String reason) {

    public Instant at() {
        return Instant.EPOCH.plus(time, ChronoUnit.MICROS);
    }

    /** What the change is for a reader: an article that he may see no longer is gone, and of one that he never might he hears nothing. */
    Kind kind(boolean restricted) {
        if (!article) {
            return Kind.PICTURE;
        }
        if (!withdrawn && (open || restricted)) {
            return Kind.ARTICLE;
        }
        return restricted || wasOpen ? Kind.WITHDRAWAL : null;
    }

    /** What may be told. */
    public enum Kind {
        /** An article is there, new or in a new revision. */
        ARTICLE("dev.periodical.article.kept.v1"),
        /** An article is there no longer. */
        WITHDRAWAL("dev.periodical.article.gone.v1"),
        /** Something became of a picture. */
        PICTURE("dev.periodical.picture.settled.v1");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        /** The type of the CloudEvent. */
        public String type() {
            return type;
        }
    }
}
