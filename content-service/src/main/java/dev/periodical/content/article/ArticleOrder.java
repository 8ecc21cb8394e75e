package dev.periodical.content.article;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In which order articles are listed; the newest or the best first. */
public enum ArticleOrder {
    /** By publication, or by acceptance where an article names none. */
    PUBLISHED,
    /** By when the archive first accepted the article. A new revision leaves it in its place. */
    INGESTED,
    /** The best finds first. Of more than a thousand finds, the latest published thousand. */
    RELEVANCE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ArticleOrder> ofCode(String code) {
        return Arrays.stream(values())
                .filter(order -> order.code().equals(code))
                .findFirst();
    }
}
