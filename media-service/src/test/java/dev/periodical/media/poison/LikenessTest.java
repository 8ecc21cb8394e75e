package dev.periodical.media.poison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.media.raster.Raster;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LikenessTest {

    @Test
    void smallerCopy_looksAlike() {
        Raster large = drawn(90, 80, 1);

        assertThat(Likeness.of(large).isLike(Likeness.of(large.shrunk(45, 40)), 5))
                .isTrue();
    }

    @Test
    void anotherPicture_doesNot() {
        assertThat(Likeness.of(drawn(90, 80, 1)).isLike(Likeness.of(drawn(90, 80, 2)), 5))
                .isFalse();
    }

    @Test
    void plainPicture_isLikeNothing() {
        Likeness plain = Likeness.of(new Raster(9, 8, new int[72], true, true));

        assertThat(plain.isLike(plain, 5)).isFalse();
    }

    @Test
    void hex_isReadBack() {
        Likeness likeness = new Likeness(0x8000_0000_0000_00ffL);

        assertThat(Likeness.ofHex(likeness.hex())).contains(likeness);
        assertThat(Likeness.ofHex("12")).isEmpty();
    }

    /** Nine by eight fields, each of one grey. */
    private static Raster drawn(int width, int height, long seed) {
        Random random = new Random(seed);
        int[] fields = random.ints(72, 0, 256).toArray();
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            int grey = fields[i / width * 8 / height * 9 + i % width * 9 / width];
            pixels[i] = 0xff000000 | grey << 16 | grey << 8 | grey;
        }
        return new Raster(width, height, pixels, true, true);
    }
}
