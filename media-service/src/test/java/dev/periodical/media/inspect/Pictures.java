package dev.periodical.media.inspect;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Small pictures made on the spot: drawn by the JDK where it can, else just structure around no pixels. */
final class Pictures {

    private Pictures() {}

    /** By ImageIO, of any format it writes. */
    static byte[] drawn(String format, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            image.setRGB(x, x % height, 0xff0000 | x * 31);
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] pngHeader(int width, int height) {
        return big(33).put("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(13)
                .put(ascii("IHDR"))
                .putInt(width)
                .putInt(height)
                .array();
    }

    /** Frames of one byte of data each; no colour table, no extensions. */
    static byte[] gif(int width, int height, int frames) {
        var gif = little(13 + frames * 14 + 1)
                .put(ascii("GIF89a"))
                .putShort((short) width)
                .putShort((short) height)
                .put(new byte[3]);
        for (int i = 0; i < frames; i++) {
            gif.put((byte) 0x2c)
                    .putInt(0)
                    .putShort((short) width)
                    .putShort((short) height)
                    .put((byte) 0);
            gif.put(new byte[] {2, 1, 0x44, 0});
        }
        return gif.put((byte) 0x3b).array();
    }

    static byte[] webpLossy(int width, int height) {
        var frame = little(10).put(new byte[] {0x10, 0, 0, (byte) 0x9d, 0x01, 0x2a});
        return webp(chunk(
                "VP8 ", frame.putShort((short) width).putShort((short) height).array()));
    }

    static byte[] webpLossless(int width, int height) {
        var bits = width - 1 | height - 1 << 14;
        return webp(chunk("VP8L", little(11).put((byte) 0x2f).putInt(bits).array()));
    }

    /** The last chunk has an odd length, and the byte that should pad it is missing. */
    static byte[] webpUnpadded(int width, int height) {
        var padded = webpLossless(width, height);
        var webp = little(padded.length - 1).put(padded, 0, padded.length - 1);
        return webp.putInt(4, padded.length - 9).array();
    }

    static byte[] webpAnimated(int width, int height, int frames) {
        var canvas = little(10).putInt(2);
        canvas.put((byte) (width - 1)).put((byte) (width - 1 >> 8)).put((byte) (width - 1 >> 16));
        canvas.put((byte) (height - 1)).put((byte) (height - 1 >> 8)).put((byte) (height - 1 >> 16));
        var chunks = new ByteArrayOutputStream();
        chunks.writeBytes(chunk("VP8X", canvas.array()));
        for (int i = 0; i < frames; i++) {
            chunks.writeBytes(chunk("ANMF", new byte[24]));
        }
        return webp(chunks.toByteArray());
    }

    static byte[] iso(String brand, int width, int height) {
        var extent = box("ispe", big(12).putInt(0).putInt(width).putInt(height).array());
        var tile = box("ispe", big(12).putInt(0).putInt(2).putInt(2).array());
        var properties = box("iprp", box("ipco", join(tile, extent)));
        return join(
                box("ftyp", join(ascii("mif1"), new byte[4], ascii("miaf"), ascii(brand))),
                box("meta", join(new byte[4], box("hdlr", new byte[20]), properties)),
                box("mdat", new byte[100]));
    }

    /** Two entries, the first the larger. */
    static byte[] ico(int width, int height) {
        var ico =
                little(6 + 2 * 16 + 60).putShort((short) 0).putShort((short) 1).putShort((short) 2);
        ico.put((byte) width).put((byte) height).put(new byte[6]).putInt(40).putInt(38);
        ico.put((byte) 16).put((byte) 16).put(new byte[6]).putInt(20).putInt(78);
        return ico.array();
    }

    private static byte[] webp(byte[] chunks) {
        return little(12 + chunks.length)
                .put(ascii("RIFF"))
                .putInt(4 + chunks.length)
                .put(ascii("WEBP"))
                .put(chunks)
                .array();
    }

    private static byte[] chunk(String type, byte[] payload) {
        return little(8 + payload.length + (payload.length & 1))
                .put(ascii(type))
                .putInt(payload.length)
                .put(payload)
                .array();
    }

    private static byte[] box(String type, byte[] payload) {
        return big(8 + payload.length)
                .putInt(8 + payload.length)
                .put(ascii(type))
                .put(payload)
                .array();
    }

    private static byte[] join(byte[]... parts) {
        var whole = new ByteArrayOutputStream();
        for (var part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer big(int length) {
        return ByteBuffer.allocate(length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
