package dev.periodical.local.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Paints a landscape of hills, sun or moon, and water from a path: another path gives another picture, the same path gives
 * the same bytes on the same JDK. No words are painted, so that no font is needed.
 */
final class Painting {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 600;
    private static final int RIDGES = 5;
    private static final int STEP = 12;

    private final Random random;
    private final Graphics2D brush;
    private final float hue;

    private Painting(Random random, Graphics2D brush) {
        this.random = random;
        this.brush = brush;
        this.hue = random.nextFloat();
    }

    static byte[] of(String path, PictureFormat format) {
        BufferedImage canvas = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = canvas.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        new Painting(new Random(path.hashCode()), brush).paint();
        brush.dispose();
        return written(canvas, format);
    }

    /** Nothing is painted. */
    static byte[] blank(PictureFormat format) {
        return written(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB), format);
    }

    private static byte[] written(BufferedImage canvas, PictureFormat format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(canvas, format.imageIoName(), bytes);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    private void paint() {
        sky();
        sun();
        for (int ridge = 0; ridge < RIDGES; ridge++) {
            ridge(ridge);
        }
        water();
    }

    private void sky() {
        brush.setPaint(new GradientPaint(0, 0, color(0.55f, 0.75f), 0, HEIGHT, color(0.12f, 1f)));
        brush.fillRect(0, 0, WIDTH, HEIGHT);
    }

    private void sun() {
        double size = 90 + random.nextInt(80);
        double x = 120 + random.nextInt(WIDTH - 300);
        double y = 50 + random.nextInt(120);
        brush.setColor(Color.getHSBColor(hue + 0.45f, 0.35f, 1f));
        brush.fill(new Ellipse2D.Double(x, y, size, size));
    }

    /** The nearer a ridge, the darker and the lower it stands. */
    private void ridge(int ridge) {
        double base = HEIGHT * (0.42 + 0.09 * ridge);
        double height = 70 - 8 * ridge;
        double shift = random.nextDouble() * 10;
        Path2D.Double line = new Path2D.Double();
        line.moveTo(0, HEIGHT);
        for (int x = 0; x <= WIDTH + STEP; x += STEP) {
            double wave = Math.sin(x / (150.0 - 14 * ridge) + shift) + 0.5 * Math.sin(x / 47.0 + 2 * shift);
            line.lineTo(x, base - height * wave);
        }
        line.lineTo(WIDTH, HEIGHT);
        line.closePath();
        brush.setColor(color(0.35f + 0.1f * ridge, 0.75f - 0.13f * ridge));
        brush.fill(line);
    }

    private void water() {
        brush.setStroke(new BasicStroke(2f));
        brush.setColor(new Color(255, 255, 255, 90));
        for (int wave = 0; wave < 26; wave++) {
            int y = (int) (HEIGHT * 0.86) + random.nextInt((int) (HEIGHT * 0.13));
            int x = random.nextInt(WIDTH);
            brush.drawLine(x, y, x + 30 + random.nextInt(90), y);
        }
    }

    private Color color(float saturation, float brightness) {
        return Color.getHSBColor(hue, Math.min(1f, saturation), Math.max(0.12f, brightness));
    }
}
