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
    /** The best finds first: of more than a thousand those that are published last. */
    RELEVANCE;

    /** The column of its times. */
    String time() {
        return this == INGESTED ? "ingested_at" : "listed_at";
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ArticleOrder> ofCode(String code) {
        return Arrays.stream(values())
                .filter(order -> order.code().equals(code))
                .findFirst();
    }
}
