/**
 * The HTTP door: kept pictures for browsers, and what became of each for people and programs.
 *
 * <p>Nobody calls it. It reads the store and the ledger; it must never fetch anything from outside.
 */
package dev.periodical.media.serve;
