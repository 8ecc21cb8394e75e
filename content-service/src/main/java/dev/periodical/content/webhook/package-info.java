/**
 * Webhooks: who wants to be told of changes, what each is still to be told, and the telling.
 *
 * <p>A subscription reads the change feed from its own place; what it wants becomes deliveries, rows that are tried until they
 * are taken or given up. Only the door of subscriptions calls. Every address that is connected to goes through {@code
 * contract/outbound}. It must never let one receiver wait for another, keep what a receiver answers, or lose a delivery to a
 * crash.
 */
package dev.periodical.content.webhook;
