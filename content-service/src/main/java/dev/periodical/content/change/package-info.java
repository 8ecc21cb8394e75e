/**
 * What changed in the archive, in an order that can be read on from any place: each article and picture stands where it changed
 * last, so the feed is as long as the archive and no longer, like the topics it comes from.
 *
 * <p>The doors of events and the webhooks read here. The numbers are given by the database itself (V3), whoever writes. Knows
 * PostgreSQL; must never write a row, and never know an HTTP request.
 */
package dev.periodical.content.change;
