/**
 * The HTTP door for programs: articles as JSON, in lists by any question and one by one, their history, and what there is, counted.
 *
 * <p>Nobody calls it. It reads through the article library and shapes answers; it must never touch a row.
 */
package dev.periodical.content.browse;
