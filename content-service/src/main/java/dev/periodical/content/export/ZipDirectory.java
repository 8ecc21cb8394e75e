package dev.periodical.content.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The central directory of a zip, which stands behind all files: until then it waits in a temporary file, deflated to some 60
 * bytes an entry. Of any number of entries and any length (APPNOTE 4.3.14 to 4.3.16 and 4.5.3, Zip64).
 */
final class ZipDirectory implements AutoCloseable {

    private static final int ENTRY = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int ZIP64_END = 0x06064b50;
    private static final int ZIP64_LOCATOR = 0x07064b50;
    private static final short ZIP64 = 45;
    private static final short MADE_ON_UNIX = 3 << 8 | ZIP64;
    private static final int PLAIN_FILE = 0100644 << 16;
    private static final long INT = 0xFFFFFFFFL;
    private static final int SHORT = 0xFFFF;
    private static final int PIECE = 64 << 10;

    private final Path file;
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final OutputStream waiting;
    private InputStream leaving;
    private long count;
    private long length;
    private boolean ended;

    ZipDirectory() {
        try {
            file = Files.createTempFile("export", ".directory");
            waiting = new DeflaterOutputStream(Files.newOutputStream(file), deflater, PIECE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(byte[] name, int time, long crc, long packed, long size, long offset) {
        boolean far = offset >= INT;
        ByteBuffer entry = ZipPacking.record(46 + name.length + (far ? 12 : 0))
                .putInt(ENTRY)
                .putShort(MADE_ON_UNIX)
                .putShort(far ? ZIP64 : ZipPacking.NEEDED)
                .putShort(ZipPacking.SIZES_BEHIND_AND_UTF8)
                .putShort(ZipPacking.DEFLATED)
                .putInt(time)
                .putInt((int) crc)
                .putInt((int) packed)
                .putInt((int) size)
                .putShort((short) name.length)
                .putShort((short) (far ? 12 : 0))
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(PLAIN_FILE)
                .putInt((int) Math.min(offset, INT))
                .put(name);
        if (far) {
            entry.putShort((short) 1).putShort((short) 8).putLong(offset);
        }
        try {
            waiting.write(entry.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        length += entry.capacity();
        count++;
    }

    /**
     * The next piece of it, nothing behind the last one.
     *
     * @param offset where in the zip it begins
     */
    byte[] next(long offset) {
        try {
            if (leaving == null) {
                waiting.close();
                leaving = new InflaterInputStream(Files.newInputStream(file));
            }
            byte[] entries = leaving.readNBytes(PIECE);
            if (entries.length > 0 || ended) {
                return entries;
            }
            ended = true;
            return end(offset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] end(long offset) {
        boolean large = count >= SHORT || length >= INT || offset >= INT;
        ByteBuffer end = ZipPacking.record(large ? 98 : 22);
        if (large) {
            end.putInt(ZIP64_END)
                    .putLong(44)
                    .putShort(MADE_ON_UNIX)
                    .putShort(ZIP64)
                    .putInt(0)
                    .putInt(0)
                    .putLong(count)
                    .putLong(count)
                    .putLong(length)
                    .putLong(offset);
            end.putInt(ZIP64_LOCATOR).putInt(0).putLong(offset + length).putInt(1);
        }
        end.putInt(END)
                .putInt(0)
                .putShort((short) Math.min(count, SHORT))
                .putShort((short) Math.min(count, SHORT))
                .putInt((int) Math.min(length, INT))
                .putInt((int) Math.min(offset, INT))
                .putShort((short) 0);
        return end.array();
    }

    @Override
    public void close() {
        try {
            waiting.close();
            if (leaving != null) {
                leaving.close();
            }
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
    }
}
