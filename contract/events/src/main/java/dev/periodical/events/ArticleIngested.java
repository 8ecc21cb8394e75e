package dev.periodical.events;

/**
 * A revision of an article was accepted.
 *
 * @param article the whole article: consumers need ask nobody else
 */
public record ArticleIngested(Article article) implements Event {

    public static final String TYPE = "dev.periodical.article.ingested.v1";

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
        return article.id();
    }
}
