/**
 * A consumer's dead letters: listed, counted, put back. What the broker holds is all there is, so any replica answers, and a
 * crash loses nothing.
 *
 * <p>A service that consumes has its doors by depending on this room and offering its {@link
 * dev.periodical.events.kafka.Subscription} as a bean; its pages may call {@link dev.periodical.deadletters.DeadLetters}. The
 * room never knows what an event means, nor a service; it never changes or removes a letter.
 */
package dev.periodical.deadletters;
