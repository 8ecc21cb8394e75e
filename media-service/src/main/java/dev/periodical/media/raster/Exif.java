package dev.periodical.media.raster;

import dev.periodical.media.inspect.MediaFormat;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads one tag, the orientation, of the EXIF block in a JPEG, PNG or WebP. A reader of all tags would let a stranger's counts
 * and offsets decide how much is read; this one reads 64 KiB of a block at most and follows nothing.
 */
final class Exif {

    private static final int MOST = 1 << 16;
    private static final int MOST_PIECES = 1_000;
    private static final int EXIF = 0x45786966; // "Exif"
    private static final int TAG = 0x0112;

    private Exif() {}

    /** @throws IOException where the structure ends early */
    static Orientation orientation(RandomAccessFile file, MediaFormat format) throws IOException {
        byte[] block = switch (format) {
            case JPEG -> inJpeg(file);
            case PNG -> inChunks(file, 8, "eXIf", ByteOrder.BIG_ENDIAN);
            case WEBP -> inChunks(file, 12, "EXIF", ByteOrder.LITTLE_ENDIAN);
            default -> null;
        };
        return block == null ? Orientation.UPRIGHT : Orientation.of(tag(ByteBuffer.wrap(block)));
    }

    private static byte[] inJpeg(RandomAccessFile file) throws IOException {
        long at = 2;
        for (int piece = 0; piece < MOST_PIECES && at + 10 <= file.length(); piece++) {
            file.seek(at);
            int marker = file.readUnsignedShort();
            int length = file.readUnsignedShort();
            if (marker < 0xffc0 || marker == 0xffda || length < 2) {
                return null;
            }
            if (marker == 0xffe1 && length >= 8 && file.readInt() == EXIF) {
                file.seek(at + 10);
                return read(file, length - 8);
            }
            at += 2 + length;
        }
        return null;
    }

    /** PNG: length, type, data, checksum. WebP: type, length, data padded to even. */
    private static byte[] inChunks(RandomAccessFile file, int first, String wanted, ByteOrder order)
            throws IOException {
        boolean png = order == ByteOrder.BIG_ENDIAN;
        long at = first;
        for (int piece = 0; piece < MOST_PIECES && at + 8 <= file.length(); piece++) {
            file.seek(at);
            byte[] head = read(file, 8);
            long length = ByteBuffer.wrap(head).order(order).getInt(png ? 0 : 4) & 0xffffffffL;
            String type = new String(head, png ? 4 : 0, 4, java.nio.charset.StandardCharsets.ISO_8859_1);
            if (type.equals(wanted)) {
                return read(file, length);
            }
            at += 8 + length + (png ? 4 : length & 1);
        }
        return null;
    }

    private static byte[] read(RandomAccessFile file, long length) throws IOException {
        byte[] bytes =
                new byte[(int) Math.max(0, Math.min(length, Math.min(MOST, file.length() - file.getFilePointer())))];
        file.readFully(bytes);
        return bytes;
    }

    /** Zero where there is none. */
    private static int tag(ByteBuffer tiff) {
        // WebP files often carry JPEG's prefix inside of their chunk
        ByteBuffer block = tiff.remaining() >= 6 && tiff.getInt(0) == EXIF ? tiff.slice(6, tiff.remaining() - 6) : tiff;
        if (block.remaining() < 14) {
            return 0;
        }
        block.order(block.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long entries = block.getInt(4) & 0xffffffffL;
        if (entries + 2 > block.limit()) {
            return 0;
        }
        int count = block.getShort((int) entries) & 0xffff;
        int end = (int) Math.min(block.limit() - 12L, entries + 2 + 12L * (count - 1));
        for (int at = (int) entries + 2; at <= end; at += 12) {
            if ((block.getShort(at) & 0xffff) == TAG) {
                return block.getShort(at + 8) & 0xffff;
            }
        }
        return 0;
    }
}
