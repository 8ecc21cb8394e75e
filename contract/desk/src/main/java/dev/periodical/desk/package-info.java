/**
 * What the services' pages for operators share, so that they look like one place: who is at the desk, the frame of a page, its
 * style and script, the chart, the consumer's lag and dead letters, and the events by which a page stays true.
 *
 * <p>A service with a desk offers a {@link dev.periodical.desk.Board}, its consumer's subscription, and a page at {@code
 * /desk}. The room never knows what a service counts, and calls none.
 */
package dev.periodical.desk;
