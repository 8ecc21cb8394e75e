package dev.periodical.media.raster;

/**
 * Averages areas of a picture that comes row by row: each pixel counts in the one smaller pixel that its middle falls into, by
 * its alpha. Holds one row of sums. Law: a plain picture stays plain.
 */
final class Shrink {

    private final int fromWidth;
    private final int fromHeight;
    private final int width;
    private final int height;
    private final int[] pixels;
    private final long[] sums;
    private final int[] counts;
    private int row;
    private boolean opaque = true;

    Shrink(int fromWidth, int fromHeight, int width, int height) {
        this.fromWidth = fromWidth;
        this.fromHeight = fromHeight;
        this.width = width;
        this.height = height;
        this.pixels = new int[width * height];
        this.sums = new long[4 * width];
        this.counts = new int[width];
    }

    /** The next row of the larger picture, in {@code argb} from {@code at} on. */
    void row(int[] argb, int at) {
        for (int x = 0; x < fromWidth; x++) {
            int pixel = argb[at + x];
            int to = (int) ((long) x * width / fromWidth);
            long alpha = pixel >>> 24;
            sums[4 * to] += alpha;
            sums[4 * to + 1] += alpha * (pixel >> 16 & 0xff);
            sums[4 * to + 2] += alpha * (pixel >> 8 & 0xff);
            sums[4 * to + 3] += alpha * (pixel & 0xff);
            counts[to]++;
            opaque &= alpha == 255;
        }
        int target = target(row);
        row++;
        if (row == fromHeight || target(row) != target) {
            write(target * width);
        }
    }

    private int target(int fromRow) {
        return (int) ((long) fromRow * height / fromHeight);
    }

    private void write(int at) {
        for (int x = 0; x < width; x++) {
            long alpha = sums[4 * x];
            if (alpha > 0) {
                pixels[at + x] = (int) ((alpha + counts[x] / 2) / counts[x]) << 24
                        | colour(sums[4 * x + 1], alpha) << 16
                        | colour(sums[4 * x + 2], alpha) << 8
                        | colour(sums[4 * x + 3], alpha);
            }
        }
        java.util.Arrays.fill(sums, 0);
        java.util.Arrays.fill(counts, 0);
    }

    private static int colour(long sum, long alpha) {
        return (int) ((sum + alpha / 2) / alpha);
    }

    boolean opaque() {
        return opaque;
    }

    int[] pixels() {
        return pixels;
    }
}
