/**
 * The HTTP door of webhooks: who wants to be told of what, and what became of it.
 *
 * <p>Nobody calls it. It judges what it is given and hands it to {@code webhook}; it must never touch a row, never connect to a
 * receiver, and show a secret once only.
 */
package dev.periodical.content.subscribe;
