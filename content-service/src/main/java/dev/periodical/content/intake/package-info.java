/**
 * The door to Kafka: reads both topics and hands what they say to the archive, one poll as one transaction as one commit.
 *
 * <p>Nobody calls it. It must never know a table, nor what an event means.
 */
package dev.periodical.content.intake;
