package dev.periodical.media.raster;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Pictures with an EXIF block of one tag. */
public final class Exifs {

    private Exifs() {}

    /** A JPEG with an APP1 segment behind its first marker. */
    public static byte[] withOrientation(byte[] jpeg, int tag) {
        var tiff = ByteBuffer.allocate(26)
                .put("MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) tag)
                .putShort((short) 0)
                .putInt(0);
        return ByteBuffer.allocate(jpeg.length + 36)
                .put(jpeg, 0, 2)
                .putShort((short) 0xffe1)
                .putShort((short) 34)
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(tiff.array())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }
}
