/**
 * The articles as they are kept: rows, how facts become rows, and how a kept article is put together again.
 *
 * <p>Intake writes through {@link dev.periodical.content.article.Archive}; the doors read through {@link
 * dev.periodical.content.article.ArticleLibrary}. Knows PostgreSQL and Panache, and of the contract
 * what an event and a place in a list are; must never know a Kafka record or an HTTP request.
 */
package dev.periodical.content.article;
