package dev.periodical.media.poison;

import dev.periodical.media.raster.Raster;

/**
 * A picture as it came.
 *
 * @param asked the URL that was asked for
 * @param origin the URL that answered
 * @param host the host that answered
 * @param mediaId SHA-256 of the bytes
 * @param width in pixels, null where unknown
 * @param height likewise
 * @param raster null where it can't be decoded
 */
public record Sample(
        String asked, String origin, String host, String mediaId, Integer width, Integer height, Raster raster) {

    boolean within(int side) {
        return width != null && height != null && width <= side && height <= side;
    }
}
