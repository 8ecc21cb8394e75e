/**
 * Which HTML an article may have, and what is left of it when it is cleaned. Pure: it knows jsoup, no article, request or page, and
 * must never print or parse a document.
 */
package dev.periodical.markup;
