package dev.periodical.media.raster;

import dev.periodical.media.inspect.MediaFormat;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/**
 * How one picture is decoded.
 *
 * @param fromWidth of the picture, as it lies in its file
 * @param fromHeight likewise
 * @param width of the raster wanted, as the picture lies in its file
 * @param height likewise
 * @param step only every so manieth pixel and row is kept while reading
 * @param bytes about how much memory that takes
 */
record Decoding(int fromWidth, int fromHeight, int width, int height, int step, long bytes) {

    /** Keep twice the pixels wanted, so that averaging has something to average, but no more than these bytes for it. */
    private static final long KEPT = 24L << 20;

    private static final int BYTES_A_PIXEL = 4;
    private static final int STRIP = 64;

    static Decoding plan(int fromWidth, int fromHeight, MediaFormat format, Size size, Orientation orientation) {
        double scale = orientation.sideways() ? size.scale(fromHeight, fromWidth) : size.scale(fromWidth, fromHeight);
        int width = Math.max(1, (int) Math.round(fromWidth * scale));
        int height = Math.max(1, (int) Math.round(fromHeight * scale));
        int most = Math.max(1, Math.min(fromWidth / width, fromHeight / height));
        int step = Math.max(1, most / 2);
        while (step < most && kept(fromWidth, fromHeight, step) > KEPT) {
            step++;
        }
        long whole = (long) fromWidth * fromHeight * Formats.bytesPerPixel(format);
        long wanted = 2L * BYTES_A_PIXEL * width * height;
        return new Decoding(
                fromWidth, fromHeight, width, height, step, whole + kept(fromWidth, fromHeight, step) + wanted);
    }

    private static long kept(int fromWidth, int fromHeight, int step) {
        return (long) BYTES_A_PIXEL * (fromWidth / step + 1) * (fromHeight / step + 1);
    }

    Raster read(ImageReader reader) throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        BufferedImage decoded = reader.read(0, param);
        int toWidth = Math.min(width, decoded.getWidth());
        int toHeight = Math.min(height, decoded.getHeight());
        Shrink shrink = new Shrink(decoded.getWidth(), decoded.getHeight(), toWidth, toHeight);
        strips(decoded, shrink);
        boolean whole = toWidth == fromWidth && toHeight == fromHeight;
        return new Raster(toWidth, toHeight, shrink.pixels(), shrink.opaque(), whole);
    }

    /** Drawn, not read pixel by pixel: that is where grey, indexed and deep pictures become sRGB, and quickly. */
    private static void strips(BufferedImage decoded, Shrink shrink) {
        int wide = decoded.getWidth();
        int[] row = new int[wide * STRIP];
        for (int y = 0; y < decoded.getHeight(); y += STRIP) {
            int rows = Math.min(STRIP, decoded.getHeight() - y);
            BufferedImage strip = new BufferedImage(wide, rows, BufferedImage.TYPE_INT_ARGB);
            Graphics2D pen = strip.createGraphics();
            pen.drawImage(decoded.getSubimage(0, y, wide, rows), 0, 0, null);
            pen.dispose();
            strip.getRaster().getDataElements(0, 0, wide, rows, row);
            for (int i = 0; i < rows; i++) {
                shrink.row(row, i * wide);
            }
        }
    }
}
