/**
 * The articles as they are kept: rows, how facts become rows, and how a kept article is put together again.
 *
 * <p>Intake writes through {@link dev.periodical.content.article.Archive}; the doors read through {@link
 * dev.periodical.content.article.ArticleLibrary}, {@link dev.periodical.content.article.ArticleLists} and their neighbours.
 * What is not written from here, for triggers derive it: the numbers of changes (V3), and {@code article_label} (V8), by which
 * articles are listed. Knows PostgreSQL, Panache and what {@code search} reads, and of the contract what an event is; must never
 * know a Kafka record or an HTTP request.
 */
package dev.periodical.content.article;
