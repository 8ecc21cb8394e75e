package dev.periodical.content.article;

/**
 * A name with how many articles have it.
 *
 * @param name of a category: its levels, joined by U+001F
 */
public record Facet(String name, long articles) {}
