package dev.periodical.media.raster;

/**
 * A small picture in memory, upright, row by row.
 *
 * @param width in pixels
 * @param height in pixels
 * @param argb sRGB, {@code 0xAARRGGBB}, not premultiplied; not copied, never written to
 * @param opaque no pixel shows what is behind it
 * @param whole as large as the picture itself: nothing was shrunk
 */
public record Raster(int width, int height, int[] argb, boolean opaque, boolean whole) implements Drawing {

    private static final int WHITE = 0xff;

    /** Averages areas down to exactly this size, which is no larger than the raster in either direction. */
    public Raster shrunk(int toWidth, int toHeight) {
        Shrink shrink = new Shrink(width, height, toWidth, toHeight);
        for (int y = 0; y < height; y++) {
            shrink.row(argb, y * width);
        }
        int[] pixels = shrink.pixels();
        return new Raster(toWidth, toHeight, pixels, opaque, whole && toWidth == width && toHeight == height);
    }

    /**
     * Luminance (BT.601) on white at exactly this size, row by row, 0 to 255; the proportions are lost.
     *
     * @param toWidth may also be larger than the raster, whose pixels are repeated then
     */
    public int[] grey(int toWidth, int toHeight) {
        Raster small = shrunk(Math.min(width, toWidth), Math.min(height, toHeight));
        int[] grey = new int[toWidth * toHeight];
        for (int i = 0; i < grey.length; i++) {
            int x = i % toWidth * small.width / toWidth;
            int y = i / toWidth * small.height / toHeight;
            grey[i] = luminance(small.argb[y * small.width + x]);
        }
        return grey;
    }

    private static int luminance(int pixel) {
        int alpha = pixel >>> 24;
        int sum = 299 * (pixel >> 16 & 0xff) + 587 * (pixel >> 8 & 0xff) + 114 * (pixel & 0xff);
        return (sum / 1000 * alpha + WHITE * (255 - alpha) + 127) / 255;
    }
}
