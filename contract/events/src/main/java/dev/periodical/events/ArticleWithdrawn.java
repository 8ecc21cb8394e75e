package dev.periodical.events;

import java.util.Objects;

/**
 * An article was taken back. It travels without a value, so that compaction forgets the article in the end; the headers
 * still say when.
 *
 * @param articleId the withdrawn article
 */
public record ArticleWithdrawn(String articleId) implements Event {

    public ArticleWithdrawn {
        Objects.requireNonNull(articleId, "articleId");
    }

    public static final String TYPE = "dev.periodical.article.withdrawn.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Topic topic() {
        return Topics.ARTICLES;
    }

    @Override
    public String subject() {
        return articleId;
    }
}
