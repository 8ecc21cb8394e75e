package dev.periodical.media.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.events.FailureReason;
import dev.periodical.media.inspect.Finding.NoPicture;
import dev.periodical.media.inspect.Finding.Picture;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InspectionTest {

    static Stream<Arguments> pictures() {
        return Stream.of(
                Arguments.of(MediaFormat.PNG, 40, 30, false, Pictures.drawn("png", 40, 30)),
                Arguments.of(MediaFormat.JPEG, 40, 30, false, Pictures.drawn("jpg", 40, 30)),
                Arguments.of(MediaFormat.GIF, 40, 30, false, Pictures.drawn("gif", 40, 30)),
                Arguments.of(MediaFormat.BMP, 40, 30, false, Pictures.drawn("bmp", 40, 30)),
                Arguments.of(MediaFormat.GIF, 8, 6, true, Pictures.gif(8, 6, 3)),
                Arguments.of(MediaFormat.WEBP, 40, 30, false, Pictures.webpLossy(40, 30)),
                Arguments.of(MediaFormat.WEBP, 16384, 2, false, Pictures.webpLossless(16384, 2)),
                Arguments.of(MediaFormat.WEBP, 70_000, 3, true, Pictures.webpAnimated(70_000, 3, 2)),
                Arguments.of(MediaFormat.AVIF, 40, 30, false, Pictures.iso("avif", 40, 30)),
                Arguments.of(MediaFormat.HEIC, 40, 30, false, Pictures.iso("heic", 40, 30)),
                Arguments.of(MediaFormat.ICO, 256, 48, false, Pictures.ico(256, 48)),
                Arguments.of(MediaFormat.SVG, 40, 30, false, svg("<svg width='40' height=\"30px\"><g/></svg>")),
                Arguments.of(
                        MediaFormat.SVG, 40, 30, false, svg("<svg width='100%' viewBox='0 0 40 29.5'><g/></svg>")));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void wholePicture_isKnownByItsBytes(MediaFormat format, int width, int height, boolean animated, byte[] bytes) {
        assertThat(inspected(bytes)).isEqualTo(new Picture(format, width, height, animated, false));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void chunks_makeNoDifference(MediaFormat format, int width, int height, boolean animated, byte[] bytes) {
        var random = new Random(width);
        var inspection = new Inspection(InspectPolicy.standard());
        for (int at = 0; at < bytes.length; ) {
            var end = Math.min(bytes.length, at + random.nextInt(4));
            inspection.feed(Arrays.copyOfRange(bytes, at, end));
            at = end;
        }

        assertThat(inspection.finish()).isEqualTo(inspected(bytes));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void everyCut_isNoPicture(MediaFormat format, int width, int height, boolean animated, byte[] bytes) {
        for (int length = 0; length < bytes.length; length++) {
            assertThat(inspected(Arrays.copyOf(bytes, length)))
                    .as("%s cut to %d of %d bytes", format, length, bytes.length)
                    .isInstanceOf(NoPicture.class);
        }
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void pictureCutInTheMiddle_isTruncated(MediaFormat format, int width, int height, boolean animated, byte[] bytes) {
        assertThat(reason(Arrays.copyOf(bytes, bytes.length - 1))).isEqualTo(FailureReason.TRUNCATED);
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void bytesAfterTheEnd_doNotMatter(MediaFormat format, int width, int height, boolean animated, byte[] bytes) {
        if (format != MediaFormat.AVIF && format != MediaFormat.HEIC) { // whose end is the end of the bytes
            assertThat(inspected(Arrays.copyOf(bytes, bytes.length + 500))).isInstanceOf(Picture.class);
        }
    }

    static Stream<Arguments> damaged() {
        return pictures()
                .flatMap(picture -> IntStream.range(0, 20).mapToObj(seed -> Arguments.of(seed, picture.get()[4])));
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void changedBytes_neverThrow(int seed, byte[] bytes) {
        var random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            var changed = bytes.clone();
            for (int j = random.nextInt(6); j >= 0; j--) {
                changed[random.nextInt(Math.min(changed.length, 200))] = (byte) random.nextInt(256);
            }
            assertThat(inspected(changed)).isNotNull();
        }
    }

    @Test
    void fedBuffer_isLeftAsItWas() {
        var chunk = ByteBuffer.wrap(Pictures.drawn("png", 4, 3)).position(0).asReadOnlyBuffer();

        new Inspection(InspectPolicy.standard()).feed(chunk);

        assertThat(chunk.position()).isZero();
    }

    @Test
    void pngOfTooManyPixels_isRefusedAtItsHeader() {
        var header = Arrays.copyOf(Pictures.pngHeader(60_000, 60_000), 64);

        assertThat(new Inspection(InspectPolicy.standard()).feed(header)).contains(FailureReason.TOO_MANY_PIXELS);
    }

    @Test
    void smallGifOfTooManyPixels_isRefused() {
        assertThat(reason(Pictures.gif(65_535, 65_535, 1))).isEqualTo(FailureReason.TOO_MANY_PIXELS);
    }

    @Test
    void gifOfTooManyFrames_isRefusedOnTheWay() {
        var gif = Pictures.gif(148, 148, 107_000);
        var inspection = new Inspection(InspectPolicy.standard());
        var fed = 0;
        while (inspection.feed(ByteBuffer.wrap(gif, fed, 1_000)).isEmpty()) {
            fed += 1_000;
        }

        assertThat(fed).isLessThan(gif.length / 2);
        assertThat(inspection.finish()).extracting("reason").isEqualTo(FailureReason.TOO_MANY_PIXELS);
    }

    @Test
    void frameOutsideTheScreen_countsWithItsWholeExtent() {
        var gif = Pictures.gif(10, 10, 1);
        gif[13 + 1 + 4] = (byte) 0xff; // the first frame's width, after its introducer and its position
        gif[13 + 1 + 5] = (byte) 0xff;
        gif[13 + 1 + 6] = (byte) 0xff;
        gif[13 + 1 + 7] = (byte) 0xff;

        assertThat(reason(gif)).isEqualTo(FailureReason.TOO_MANY_PIXELS);
    }

    @Test
    void endlessBytes_areRefusedAtTheCap() {
        var inspection = new Inspection(new InspectPolicy(100_000, 1_000_000, 10, 1_000_000));
        inspection.feed(Pictures.pngHeader(10, 10));
        var chunk = new byte[10_000];
        for (int i = 0; i < 9; i++) {
            inspection.feed(chunk);
        }

        assertThat(inspection.feed(chunk)).contains(FailureReason.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gif", "png", "jpg", "bmp"})
    void singlePixel_isATrackingPixel(String format) {
        assertThat(reason(Pictures.drawn(format, 1, 1))).isEqualTo(FailureReason.TRACKING_PIXEL);
    }

    @Test
    void webpWithoutItsLastPadding_isWholeWhateverFollows() {
        var webp = Pictures.webpUnpadded(40, 30);

        assertThat(inspected(webp)).isEqualTo(new Picture(MediaFormat.WEBP, 40, 30, false, false));
        assertThat(inspected(Arrays.copyOf(webp, webp.length + 50))).isEqualTo(inspected(webp));
    }

    @Test
    void noBytes_areEmpty() {
        assertThat(reason(new byte[0])).isEqualTo(FailureReason.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><html><body><svg></svg></body></html>",
                "\n\n<html>",
                "<?xml version='1.0'?><error/>",
                "<!-- nothing else",
                "{\"error\": 403}",
                "[1]",
                "Forbidden",
                "BM is how this text begins, as it happens, and it goes on for a while",
                "GIF",
                "%PDF-1.7",
                "\u0000\u0001\u0002",
            })
    void whatIsNoPicture_isNotAnImage(String body) {
        assertThat(reason(body.getBytes(StandardCharsets.UTF_8))).isEqualTo(FailureReason.NOT_AN_IMAGE);
    }

    @Test
    void html_isRefusedBeforeItsEnd() {
        var html = ("<!DOCTYPE html><html>" + " ".repeat(300)).getBytes(StandardCharsets.UTF_8);

        assertThat(new Inspection(InspectPolicy.standard()).feed(html)).contains(FailureReason.NOT_AN_IMAGE);
    }

    @Test
    void endlessPrologue_isNotAnImage() {
        var inspection = new Inspection(InspectPolicy.standard());
        inspection.feed("<!--".getBytes(StandardCharsets.UTF_8));

        assertThat(inspection.feed(new byte[100_000])).contains(FailureReason.NOT_AN_IMAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg><script>alert(1)</script></svg>",
                "<svg><s:SCRIPT xmlns:s='x'/></svg>",
                "<svg onload='x()'/>",
                "<svg><a href=' javascript:x()'/></svg>",
                "<svg><foreignObject/></svg>",
                "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg></svg>",
                "<svg><rect x='1'onclick = 'x()'/></svg>",
            })
    void svgThatCouldRunScript_isFlaggedHoweverItIsCut(String text) {
        var bytes = svg(text);
        var inspection = new Inspection(InspectPolicy.standard());
        for (byte single : bytes) {
            inspection.feed(new byte[] {single});
        }

        assertThat(inspection.finish()).extracting("scripted").isEqualTo(true);
        assertThat(inspected(bytes)).isEqualTo(inspection.finish());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg><desc>a transcript on = of a description</desc></svg>",
                "\ufeff<?xml version='1.0'?><!-- by hand --><!DOCTYPE svg PUBLIC 'a' 'b'>\n<svg:svg></svg:svg>",
                "<svg viewBox='0 0 1 1'/>",
                "<svg data-a='>'></svg>",
            })
    void svgThatIsOnlyAPicture_isNotFlagged(String text) {
        assertThat(inspected(svg(text))).extracting("scripted").isEqualTo(false);
    }

    @Test
    void longSvg_keepsOnlyItsHeadAndTail() {
        var inspection = new Inspection(InspectPolicy.standard());
        inspection.feed(svg("<svg width='7' height='8'>"));
        for (int i = 0; i < 1_000; i++) {
            inspection.feed(svg("<path d='M 0 0'/>".repeat(500)));
        }
        inspection.feed(svg("</svg>\n"));

        assertThat(inspection.finish()).isEqualTo(new Picture(MediaFormat.SVG, 7, 8, false, false));
    }

    private static byte[] svg(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static FailureReason reason(byte[] bytes) {
        return ((NoPicture) inspected(bytes)).reason();
    }

    private static Finding inspected(byte[] bytes) {
        var inspection = new Inspection(InspectPolicy.standard());
        inspection.feed(bytes);
        return inspection.finish();
    }
}
