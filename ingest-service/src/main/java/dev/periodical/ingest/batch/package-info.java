/**
 * What many articles travel in: tars and zips of Hexo trees, lines of JSON, feeds. Cuts a stream into items and keeps as many of
 * them in work as memory allows, in order.
 *
 * <p>The submission doors call it. It reads forward only and keeps one item at a time; it must never touch a file system,
 * and never read what an item says.
 */
package dev.periodical.ingest.batch;
