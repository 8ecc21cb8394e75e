package dev.periodical.media.poison;

import dev.periodical.media.raster.Raster;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a picture looks like, in 64 bits: of 9×8 grey values each row's neighbours compared (a difference hash). Scaling,
 * another format and stronger compression change few of them.
 *
 * @param bits a bit for each pair, set where it grows brighter to the right
 */
public record Likeness(long bits) {

    private static final int WIDTH = 9;
    private static final int HEIGHT = 8;

    /** With fewer set, or fewer unset, a picture is too plain to be told from others. */
    private static final int FEATURES = 6;

    public static Likeness of(Raster raster) {
        int[] grey = raster.grey(WIDTH, HEIGHT);
        long bits = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x + 1 < WIDTH; x++) {
                bits = bits << 1 | (grey[y * WIDTH + x] < grey[y * WIDTH + x + 1] ? 1 : 0);
            }
        }
        return new Likeness(bits);
    }

    /** @param hex 16 digits; empty where it is not that */
    public static Optional<Likeness> ofHex(String hex) {
        return hex.matches("[0-9a-fA-F]{16}")
                ? Optional.of(new Likeness(Long.parseUnsignedLong(hex, 16)))
                : Optional.empty();
    }

    /** 16 digits. */
    public String hex() {
        return HexFormat.of().toHexDigits(bits);
    }

    /** Whether both may be of one picture; never true of one that is too plain. */
    boolean isLike(Likeness other, int distance) {
        return telling() && other.telling() && Long.bitCount(bits ^ other.bits) <= distance;
    }

    private boolean telling() {
        int set = Long.bitCount(bits);
        return set >= FEATURES && set <= Long.SIZE - FEATURES;
    }
}
