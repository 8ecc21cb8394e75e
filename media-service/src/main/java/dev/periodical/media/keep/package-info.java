/**
 * The one order in which a picture comes to be kept: spared from the collection, its bytes put, its event published; the row
 * is its caller's last step.
 *
 * <p>The fetch and the handin room call it. It must never judge a picture.
 */
package dev.periodical.media.keep;
