/**
 * Garbage: what the bucket holds and no article shows any more goes, after a time in which it may be shown again.
 *
 * <p>The serve room and a timer call it. It walks the bucket, not the tables, so bytes that no row knows go too and its totals
 * are the bucket's. It must never remove what the frontier's transaction has not condemned.
 */
package dev.periodical.media.collect;
