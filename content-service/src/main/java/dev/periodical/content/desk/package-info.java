/**
 * The page for those who run content-service: what came in, what was withdrawn, how far its consumer is, its dead letters, and
 * a place to drop documents, which the browser hands to ingest-service itself.
 *
 * <p>Nobody calls it. It shows figures of the archive and must never read an article.
 */
package dev.periodical.content.desk;
