/**
 * Pictures that people give instead of an address that answers: a tree's own file, a rescued copy. They take the same way
 * through inspection, store, event and row as fetched ones.
 *
 * <p>The serve room calls it. It must never fetch anything, nor keep what is no picture.
 */
package dev.periodical.media.handin;
