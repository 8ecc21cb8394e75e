package dev.periodical.content.article;

/**
 * An article in a list.
 *
 * @param plain the beginning of its text, where words were asked for; else null
 * @param place right behind it
 */
public record FoundArticle(ArticleSummary summary, String plain, Place place) {}
