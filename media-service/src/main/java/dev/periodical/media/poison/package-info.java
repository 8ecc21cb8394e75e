/**
 * Poison: tells pictures that are not the article's, though they are sound pictures: hot-link notices, blanks, random
 * placeholders, and what a host gives for whatever it is asked.
 *
 * <p>The fetch room asks it about every picture before it is settled; the serve room lets operators extend what is known. It
 * must never fetch, decode or settle anything.
 */
package dev.periodical.media.poison;
