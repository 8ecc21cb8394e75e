/**
 * What of an article's HTML may leave the house: one sanitiser for every page, feed, export and answer.
 *
 * <p>Whoever shows an article calls it. Pure: it knows jsoup and no article, picture or request, and trusts nobody, not even
 * the event that carries sanitised HTML: an older release, or another producer, may have written it.
 */
package dev.periodical.content.markup;
