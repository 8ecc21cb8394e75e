/**
 * Which HTML an article may have, for whoever cleans it. Pure: it knows jsoup, no article, request or page, and must never print
 * or parse a document.
 */
package dev.periodical.markup;
