/**
 * Rebuilds the archive from the topics: the operator's door, and the run itself on a thread of its own.
 *
 * <p>Nobody calls it. It reads the topics beside the intake's group and hands what they say to fresh tables; it must never touch a
 * row of the live ones.
 *
 * <p>The order: make fresh tables; replay both topics from their beginning; add what compaction has taken from them; then stop the
 * writers, replay the few records since, and exchange the tables in one transaction. What intake has handled before that moment is
 * in the topics, so it is in the fresh tables; what it handles after goes there.
 */
package dev.periodical.content.rebuild;
