/**
 * One article out of one document: values read, pictures found, body rendered and made safe, identity and revision given.
 *
 * <p>The doors call {@link dev.periodical.ingest.article.ArticleReader} and nothing else. This package knows the JDK, the
 * front matter, the HTML and Markdown libraries and the event records. It must never know HTTP, Kafka, the clock or a
 * file, never fetch anything, and never throw for what a document says.
 */
package dev.periodical.ingest.article;
