/**
 * The archive once more: fresh tables beside the live ones, filled from the topics, until they take the live ones' place; and the
 * ledger of such runs.
 *
 * <p>{@code rebuild} calls it. It knows PostgreSQL's catalogue and which columns the archive writes; it must never know where events
 * come from.
 */
package dev.periodical.content.article.fresh;
