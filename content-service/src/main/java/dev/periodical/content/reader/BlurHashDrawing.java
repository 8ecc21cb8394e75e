package dev.periodical.content.reader;

import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * Draws a BlurHash (its specification: a digit of 83 for the number of waves, one for the strongest, four for the mean colour,
 * two for each further wave). The library that makes them does not draw them, and no other one could be had.
 */
final class BlurHashDrawing {

    private static final String DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~";
    private static final int STEPS = 19;
    private static final int MEAN = 6;

    private final int across;
    private final int[] colours;
    private final double strongest;

    private BlurHashDrawing(int across, double strongest, int[] colours) {
        this.across = across;
        this.strongest = strongest;
        this.colours = colours;
    }

    /** Empty for what is no BlurHash. */
    static Optional<BufferedImage> of(String hash, int width, int height) {
        if (hash.length() < MEAN || hash.chars().anyMatch(digit -> DIGITS.indexOf(digit) < 0)) {
            return Optional.empty();
        }
        int waves = number(hash, 0, 1);
        int across = waves % 9 + 1;
        int[] colours = new int[across * (waves / 9 + 1)];
        if (hash.length() != MEAN + 2 * (colours.length - 1)) {
            return Optional.empty();
        }
        colours[0] = number(hash, 2, MEAN);
        for (int i = 1; i < colours.length; i++) {
            colours[i] = number(hash, MEAN + 2 * (i - 1), MEAN + 2 * i);
        }
        return Optional.of(new BlurHashDrawing(across, (number(hash, 1, 2) + 1) / 166.0, colours).drawn(width, height));
    }

    private static int number(String hash, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * DIGITS.length() + DIGITS.indexOf(hash.charAt(i));
        }
        return number;
    }

    private BufferedImage drawn(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double red = 0;
                double green = 0;
                double blue = 0;
                for (int i = 0; i < colours.length; i++) {
                    double wave = Math.cos(Math.PI * x * (i % across) / width)
                            * Math.cos(Math.PI * y * (i / across) / height);
                    red += wave * light(i, 2);
                    green += wave * light(i, 1);
                    blue += wave * light(i, 0);
                }
                image.setRGB(x, y, shade(red) << 16 | shade(green) << 8 | shade(blue));
            }
        }
        return image;
    }

    /** Of one wave in one colour, linear; the first wave is the mean. */
    private double light(int wave, int colour) {
        if (wave == 0) {
            double shade = (colours[0] >> 8 * colour & 0xff) / 255.0;
            return shade <= 0.04045 ? shade / 12.92 : Math.pow((shade + 0.055) / 1.055, 2.4);
        }
        double step = (colours[wave] / (int) Math.pow(STEPS, colour) % STEPS - 9) / 9.0;
        return Math.signum(step) * step * step * strongest;
    }

    /** Linear to sRGB (IEC 61966-2-1). */
    private static int shade(double light) {
        double within = Math.max(0, Math.min(1, light));
        double shade = within <= 0.0031308 ? 12.92 * within : 1.055 * Math.pow(within, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * shade);
    }
}
