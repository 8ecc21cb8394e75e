package dev.periodical.content.article;

import java.util.List;

/**
 * A name with how many articles have it.
 *
 * @param name of a category: its levels, joined by U+001F
 */
public record Facet(String name, long articles) {

    /** Of a category: from the general to the special. */
    public List<String> levels() {
        return List.of(name.split(ArticleFact.LEVELS, -1));
    }
}
