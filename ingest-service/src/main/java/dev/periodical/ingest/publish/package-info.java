/**
 * The door to Kafka: turns what was read into events and says when they are safe.
 *
 * <p>The submission doors call it. It answers only after every in-sync replica has the event (law 1); it must never look
 * into a document.
 */
package dev.periodical.ingest.publish;
