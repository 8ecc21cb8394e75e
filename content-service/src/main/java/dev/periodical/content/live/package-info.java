/**
 * The HTTP door of what is happening now: changes as server-sent events.
 *
 * <p>Nobody calls it. It reads through {@code change} and keeps of each listener nothing but the place where he stands; it must
 * never touch a row, and never hold events for somebody who does not take them.
 */
package dev.periodical.content.live;
