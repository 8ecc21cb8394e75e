/**
 * The HTTP door for programs: articles as JSON, in lists and one by one.
 *
 * <p>Nobody calls it. It reads through the article library and shapes answers; it must never touch a row.
 */
package dev.periodical.content.browse;
