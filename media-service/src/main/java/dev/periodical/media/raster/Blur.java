package dev.periodical.media.raster;

import io.trbl.blurhash.BlurHash;

/** BlurHashes: four components along the longer side, three along the other. */
final class Blur {

    /** Its finest wave has three half periods: more samples of them cost and change nothing. */
    private static final int SIDE = 16;

    private Blur() {}

    /** What is transparent counts as white, as on a page. */
    static String hash(Raster raster) {
        double scale = new Size(SIDE, SIDE).scale(raster.width(), raster.height());
        Raster small = raster.shrunk(
                Math.max(1, (int) (raster.width() * scale)), Math.max(1, (int) (raster.height() * scale)));
        int[] pixels = small.argb().clone();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = onWhite(pixels[i]);
        }
        boolean wide = raster.width() >= raster.height();
        return BlurHash.encode(pixels, small.width(), small.height(), wide ? 4 : 3, wide ? 3 : 4);
    }

    static int onWhite(int pixel) {
        int alpha = pixel >>> 24;
        return 0xff000000
                | white(pixel >> 16 & 0xff, alpha) << 16
                | white(pixel >> 8 & 0xff, alpha) << 8
                | white(pixel & 0xff, alpha);
    }

    private static int white(int colour, int alpha) {
        return (colour * alpha + 255 * (255 - alpha) + 127) / 255;
    }
}
