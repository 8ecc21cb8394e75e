package dev.periodical.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;

/** Real pictures, drawn on the spot, and pieces of pictures. */
final class Samples {

    private Samples() {}

    /** Different bytes for each seed. */
    static byte[] drawn(String format, long seed) {
        var random = new Random(seed);
        var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 1200; i++) {
            image.setRGB(i % 40, i / 40, random.nextInt());
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A PNG up to and into its data, which is declared to be a gigabyte. */
    static byte[] pngWithoutEnd(int width, int height) {
        return ByteBuffer.allocate(41)
                .put("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0, 0, 0, 0, 0})
                .putInt(1 << 30)
                .put("IDAT".getBytes(StandardCharsets.US_ASCII))
                .array();
    }
}
