/**
 * The door for feed readers: any filter or search of the archive as Atom, RSS and JSON Feed, with the kept pictures.
 *
 * <p>Nobody calls it. One page of articles becomes one feed, whose parts are the same in every format; it must never touch a row.
 */
package dev.periodical.content.feed;
