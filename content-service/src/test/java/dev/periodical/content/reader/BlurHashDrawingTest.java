package dev.periodical.content.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trbl.blurhash.BlurHash;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlurHashDrawingTest {

    private static final int WIDTH = 40;
    private static final int HEIGHT = 30;

    @Test
    void drawing_looksLikeThePictureItWasMadeOf() {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, new Color(200, 60, 20), WIDTH, HEIGHT, new Color(20, 90, 180)));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.dispose();

        BufferedImage drawn = BlurHashDrawing.of(BlurHash.encode(picture, 4, 3), WIDTH, HEIGHT)
                .orElseThrow();

        for (int[] place : new int[][] {{5, 5}, {20, 15}, {35, 25}, {35, 5}}) {
            Color was = new Color(picture.getRGB(place[0], place[1]));
            Color is = new Color(drawn.getRGB(place[0], place[1]));
            assertThat(is.getRed()).isCloseTo(was.getRed(), within(35));
            assertThat(is.getGreen()).isCloseTo(was.getGreen(), within(35));
            assertThat(is.getBlue()).isCloseTo(was.getBlue(), within(35));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "L",
                "LEHV6n",
                "LEHV6nWB2yk8pyo0adR*.7kCMdn",
                "LEHV6nWB2yk8pyo0adR*.7kCMdn\u4e00",
                "LEHV6nWB2yk8pyo0adR*.7kCMdnj0"
            })
    void whatIsNoHash_isNotDrawn(String hash) {
        assertThat(BlurHashDrawing.of(hash, 12, 9)).isEmpty();
    }
}
