/**
 * The door to Kafka: says what became of pictures.
 *
 * <p>The fetch room calls it, after the bytes are kept and before the row is done. It must never decide anything.
 */
package dev.periodical.media.publish;
