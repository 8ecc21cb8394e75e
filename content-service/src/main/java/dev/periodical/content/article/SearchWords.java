package dev.periodical.content.article;

import dev.periodical.content.search.SearchVector;
import dev.periodical.content.search.SearchVector.Weight;
import dev.periodical.events.Article;

/**
 * What an article is found by, and the text its snippets are cut from. Takes a processor's time by the length of the text:
 * never on an event loop.
 *
 * @param plain the body's text, its first {@value #SNIPPETS} characters
 * @param heading a {@code tsvector} of title, author, categories and tags
 * @param search a {@code tsvector} of all
 */
record SearchWords(String plain, String heading, String search) {

    static final int SNIPPETS = 32_768;

    static SearchWords of(Article article) {
        String text = PlainText.of(article.html());
        SearchVector words =
                new SearchVector().add(Weight.TITLE, article.title()).add(Weight.LABEL, article.author());
        article.categories().forEach(levels -> words.add(Weight.LABEL, String.join("\n", levels)));
        article.tags().forEach(tag -> words.add(Weight.LABEL, tag));
        String heading = words.text();
        return new SearchWords(
                PlainText.first(text, SNIPPETS),
                heading,
                words.add(Weight.BODY, text).text());
    }
}
