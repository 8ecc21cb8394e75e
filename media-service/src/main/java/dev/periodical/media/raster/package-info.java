/**
 * Pixels: decodes a picture's file into a small raster, on a bounded pool and within a bounded memory, whatever the picture's
 * size.
 *
 * <p>Whoever keeps or shows pictures asks it for a {@link dev.periodical.media.raster.Look}: one decoding serves the BlurHash
 * and every other glance at the content. Every failure to decode is an answer ({@link
 * dev.periodical.media.raster.Drawing.None}), never an error, for many kept pictures can't be decoded here. It must never
 * judge a picture, nor know where its file comes from.
 */
package dev.periodical.media.raster;
