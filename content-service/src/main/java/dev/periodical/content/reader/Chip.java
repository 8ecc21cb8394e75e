package dev.periodical.content.reader;

import dev.periodical.content.article.Facet;
import java.util.List;

/** A word that leads to the articles that have it, or to those that need not. */
record Chip(String text, String link) {

    static Chip category(Facet facet) {
        return category(facet.levels());
    }

    static Chip category(List<String> levels) {
        return new Chip(String.join(" › ", levels), Links.category(levels));
    }

    static Chip tag(String name) {
        return new Chip("#" + name, Links.tag(name));
    }
}
