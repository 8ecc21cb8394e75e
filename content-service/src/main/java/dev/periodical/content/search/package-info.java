/**
 * What a text is found by: its words, how a reader's question names them, and where they stand in the text.
 *
 * <p>Articles are indexed and asked for through it, so both sides always fold alike. Pure: knows the JDK, Lucene's analysis and
 * OpenCC's table; must never know a row, an event or a request.
 */
package dev.periodical.content.search;
