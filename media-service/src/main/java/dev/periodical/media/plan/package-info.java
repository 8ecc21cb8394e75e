/**
 * From articles to the frontier: reads article events, and lays out for each picture the ladder of addresses at which it may
 * still be had.
 *
 * <p>The fetch room asks it for the ladder again at every rung, for the ladder is a function of the picture and the
 * configuration alone. It must never fetch anything.
 */
package dev.periodical.media.plan;
