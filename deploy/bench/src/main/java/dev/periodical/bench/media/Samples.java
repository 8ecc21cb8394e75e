package dev.periodical.bench.media;

import io.vertx.core.buffer.Buffer;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Real JPEG pictures, 1200x800, each with bytes of its own: one drawn picture behind comments of 60 to 200 KB in all. */
final class Samples {

    private static final int SMALLEST = 60_000;
    private static final int LARGEST = 200_000;
    private static final int LONGEST_COMMENT = 65_533;

    private final byte[] drawn;
    private final byte[] noise = new byte[LARGEST + LONGEST_COMMENT];

    Samples(long seed) {
        Random random = new Random(seed);
        random.nextBytes(noise);
        BufferedImage image = new BufferedImage(1200, 800, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, Color.ORANGE, 1200, 800, Color.BLUE));
        pen.fillRect(0, 0, 1200, 800);
        for (int i = 0; i < 60; i++) {
            pen.setColor(new Color(random.nextInt(0xffffff)));
            pen.fillOval(random.nextInt(1200), random.nextInt(800), random.nextInt(200), random.nextInt(200));
        }
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        drawn = bytes.toByteArray();
    }

    /** The picture of this number: always the same bytes. */
    Buffer picture(long number) {
        int size = SMALLEST + Math.floorMod(number * 7_919L, LARGEST - SMALLEST);
        Buffer bytes = Buffer.buffer(LARGEST).appendByte(drawn[0]).appendByte(drawn[1]);
        int padding = Math.max(64, size - drawn.length);
        boolean first = true;
        for (int left = padding; left > 0; ) {
            int length = Math.min(left, LONGEST_COMMENT);
            bytes.appendByte((byte) 0xff).appendByte((byte) 0xfe).appendUnsignedShort(length + 2);
            if (first) {
                bytes.appendLong(number).appendBytes(noise, 0, length - 8);
            } else {
                bytes.appendBytes(noise, left, length);
            }
            first = false;
            left -= length;
        }
        return bytes.appendBytes(drawn, 2, drawn.length - 2);
    }
}
