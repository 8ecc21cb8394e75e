/**
 * Temporary files for bytes under way: memory holds a chunk of each picture and no more.
 *
 * <p>The rooms that move bytes borrow files here; it must never look into them.
 */
package dev.periodical.media.spool;
